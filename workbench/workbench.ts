import { createServer } from 'node:http';
import path from 'node:path';
import { builtPage } from './build/buildPage';
import { builtPlugins } from './build/buildPlugins';
import { listen } from './listen';
import type { WorkbenchOptions } from './options';
import { DataSourceSettings } from './server/dataSourceSettings';
import { requestListener } from './server/requestListener';

export interface Workbench {
  /** Where the page is, and where profilers push to. */
  readonly url: string;
  /** What else to tell whoever started it, a line each. */
  readonly notes: readonly string[];
  /** Ends all that was started. */
  stop(): Promise<void>;
}

/** Builds what is not built yet and starts all of it. `say` gets a line for each step that takes a while. */
export async function startWorkbench(options: WorkbenchOptions, say: (line: string) => void): Promise<Workbench> {
  const settings = new DataSourceSettings(options.backend ?? '');
  const server = createServer();
  // First of all: a taken port should not be learnt of after a minute of building.
  const port = await listen(server, options.port, options.host);
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  const [pluginFolder, pageFolder] = await Promise.all([
    options.plugins === undefined ? builtPlugins(say) : path.resolve(options.plugins),
    builtPage(say),
  ]);
  server.on(
    'request',
    requestListener({ pageFolder, pluginFolder, settings, facts: () => ({ source: options.backend ?? '' }) })
  );
  return {
    url,
    notes: [],
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
