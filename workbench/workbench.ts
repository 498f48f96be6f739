import { createServer } from 'node:http';
import path from 'node:path';
import { DEFAULT_CAP_BYTES } from './backend/createBackendServer';
import { createStoreHandler } from './backend/createStoreHandler';
import { createStore, type Store } from './backend/store';
import { builtPage } from './build/buildPage';
import { builtPlugins } from './build/buildPlugins';
import { startDemo } from './demo/startDemo';
import { listen } from './listen';
import type { WorkbenchOptions } from './options';
import { SERVICE } from './seed/seedProfiles';
import { seedStore } from './seed/seedStore';
import type { WorkbenchFacts } from './server/bootData';
import { DataSourceSettings } from './server/dataSourceSettings';
import { requestListener } from './server/requestListener';

/** Milliseconds: half of what SDKs do by default, so that whoever opens the page at once does not find it empty. */
const DEMO_UPLOAD_INTERVAL = 5_000;

export interface Workbench {
  /** Where the page is; with the own store, also where profilers push to. */
  readonly url: string;
  /** What else to tell whoever started it, a line each. */
  readonly notes: readonly string[];
  /** Ends all that was started. */
  stop(): Promise<void>;
}

/** Builds what is not built yet and starts all of it. `say` gets a line for each step that takes a while. */
export async function startWorkbench(options: WorkbenchOptions, say: (line: string) => void): Promise<Workbench> {
  const server = createServer();
  // First of all: nobody should learn of a taken port after a minute of building.
  const port = await listen(server, options.port, options.host);
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  const [pluginFolder, pageFolder] = await Promise.all([
    options.plugins === undefined ? builtPlugins(say) : path.resolve(options.plugins),
    builtPage(say),
  ]);
  const store = options.backend === undefined ? createStore({ capBytes: DEFAULT_CAP_BYTES }) : undefined;
  const settings = new DataSourceSettings(options.backend ?? url);
  const facts = factsOf(options, store);
  const handleStore = store && createStoreHandler(store);
  server.on('request', requestListener({ pageFolder, pluginFolder, settings, facts, store: handleStore }));
  const stopDemo = options.demo ? runDemo(url, say) : undefined;
  return {
    url,
    notes: store ? [`Profilers push to the same address: PYROSCOPE_SERVER_ADDRESS=${url}`] : [],
    stop: async () => {
      await stopDemo?.();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs the demo service beside the workbench, which goes on without it; gives what ends it. */
function runDemo(url: string, say: (line: string) => void): () => Promise<void> {
  const demo = startDemo({ address: url, flushIntervalMs: DEMO_UPLOAD_INTERVAL });
  let isStopping = false;
  demo.exited.then(
    () => isStopping || say('The demo service ended: no new profiles come.'),
    (error: Error) => say(`The demo service cannot start: ${error.message}`)
  );
  return async () => {
    isStopping = true;
    await demo.stop();
  };
}

/** What the page opens with: the CPU time of whatever fills the store. */
function factsOf(options: WorkbenchOptions, store: Store | undefined): WorkbenchFacts {
  const labelSelector = `{service_name="${SERVICE}"}`;
  if (store === undefined) {
    return { source: `Profiles of ${options.backend}` };
  }
  if (options.seed) {
    return {
      source: 'Made-up profiles',
      firstQuery: { profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds', labelSelector },
      seeded: seedStore(store),
    };
  }
  if (options.demo) {
    return {
      source: 'Profiles of the demo service',
      firstQuery: { profileTypeId: 'wall:cpu:nanoseconds:wall:nanoseconds', labelSelector },
    };
  }
  return { source: 'Profiles pushed to this address' };
}
