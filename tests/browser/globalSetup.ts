import { chromiumPath, NO_CHROMIUM } from './chromium';
import { startWorkbenchProcess } from './workbenchProcess';

/** Builds what is to be tested and starts the workbench that the stories share; ends it after the last one. */
export default async function globalSetup() {
  if (chromiumPath() === undefined) {
    throw new Error(NO_CHROMIUM);
  }
  const workbench = await startWorkbenchProcess(['--seed']);
  process.env.WORKBENCH_URL = workbench.url;
  return () => workbench.stop();
}
