import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export interface WorkbenchOptions {
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Name or address to listen at. The page's data source settings are open to whoever can reach it. */
  readonly host: string;
  /** A Pyroscope to look into. Absent: the workbench's own store. */
  readonly backend?: string;
  /** Run the profiled demo service and let it push into the store. */
  readonly demo: boolean;
  /** Fill the store with made-up profiles that are the same at every start. */
  readonly seed: boolean;
  /** A build of the plugins to serve. Absent: dist/, built first where it is older than its sources. */
  readonly plugins?: string;
}

export type ParsedOptions =
  | { readonly kind: 'run'; readonly options: WorkbenchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const DEFAULT_PORT = 4141;

export const HELP = `Pyrolens workbench: the built plugins in a page of their own, with profiles to look at and no Grafana.

  npm start                          the page, a profile store, and a demo service that is being profiled
  npm start -- --backend URL         the page on a Pyroscope of yours

  --port N        where to listen, 0 for any free port (default ${DEFAULT_PORT})
  --host NAME     which address to listen at (default localhost)
  --backend URL   take the profiles from this Pyroscope instead of the workbench's own store
  --no-demo       start the store empty and run nothing that fills it
  --seed          fill the store with the same made-up profiles at every start, instead of the demo
  --plugins DIR   serve this build of the plugins instead of dist/
  --help          this text
`;

const known = {
  port: { type: 'string' },
  host: { type: 'string', default: 'localhost' },
  backend: { type: 'string' },
  'no-demo': { type: 'boolean', default: false },
  seed: { type: 'boolean', default: false },
  plugins: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the command line, without the program's own name. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: known, allowPositionals: false }));
  } catch (error) {
    return { kind: 'wrong', sentence: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) {
    return { kind: 'help' };
  }
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return { kind: 'wrong', sentence: `--port wants a number from 0 to 65535, not '${values.port}'.` };
  }
  const backend = values.backend;
  if (backend !== undefined && !isHttpUrl(backend)) {
    return { kind: 'wrong', sentence: `--backend wants an http or https address, not '${backend}'.` };
  }
  if (backend !== undefined && values.seed) {
    return { kind: 'wrong', sentence: '--seed fills the own store, which --backend replaces: give one of the two.' };
  }
  const demo = backend === undefined && !values.seed && !values['no-demo'];
  return {
    kind: 'run',
    options: { port, host: values.host, backend, demo, seed: values.seed, plugins: values.plugins },
  };
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
