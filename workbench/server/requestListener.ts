import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import { root } from '../build/folders';
import { answerJson, answerText, readJson } from './answer';
import { bootData, type WorkbenchFacts } from './bootData';
import { findPlugins } from './builtPlugins';
import { proxyToDataSource } from './dataSourceProxy';
import type { DataSourceSettings } from './dataSourceSettings';
import { sendIndexPage } from './indexPage';
import { sendFile } from './sendFile';

export interface Served {
  /** The built host page and the built plugins. */
  readonly pageFolder: string;
  readonly pluginFolder: string;
  readonly settings: DataSourceSettings;
  readonly facts: WorkbenchFacts;
  /** The embedded store, where there is one: true when the request was for it. */
  readonly store?: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
}

/** The icons that @grafana/ui ships, and ours for the few that it uses but does not ship. */
const iconFolders = ['node_modules/@grafana/ui/dist/public/img/icons', 'workbench/host/icons'].map((folder) =>
  path.join(root, folder)
);

/** All of the workbench behind one address: page, plugins, proxy, settings, and the store's own API. */
export function requestListener(served: Served): RequestListener {
  return (req, res) => {
    answer(served, req, res).catch((error: unknown) => {
      console.error(error);
      if (res.headersSent) {
        res.destroy();
      } else {
        answerJson(res, 500, { message: error instanceof Error ? error.message : String(error) });
      }
    });
  };
}

async function answer(served: Served, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const [rawPath = '/', query = ''] = (req.url ?? '/').split(/\?(.*)/s);

  const plugin = /^\/public\/plugins\/([^/]+)\/(.*)$/.exec(rawPath);
  if (plugin) {
    return sendPluginFile(served.pluginFolder, plugin[1] ?? '', plugin[2] ?? '', res);
  }
  const icon = /^\/public\/build\/img\/icons\/(.*)$/.exec(rawPath);
  if (icon) {
    return sendFile(res, iconFolders, icon[1] ?? '', 'no-cache');
  }
  const asset = /^\/page\/(.*)$/.exec(rawPath);
  if (asset) {
    return sendFile(res, [served.pageFolder], asset[1] ?? '', 'immutable');
  }
  const proxied = /^\/api\/datasources\/proxy\/uid\/([^/]+)\/?(.*)$/.exec(rawPath);
  if (proxied) {
    return proxy(
      served.settings,
      proxied[1] ?? '',
      query === '' ? `${proxied[2]}` : `${proxied[2]}?${query}`,
      req,
      res
    );
  }
  if ((await answerApi(served, rawPath, req, res)) || (await served.store?.(req, res))) {
    return;
  }
  if (/^\/(api|public)\//.test(rawPath) || (req.method !== 'GET' && req.method !== 'HEAD')) {
    return answerJson(res, 404, { message: `The workbench has nothing at ${rawPath}` });
  }
  const theme = new URLSearchParams(query).get('theme') === 'light' ? 'light' : 'dark';
  await sendIndexPage(res, served.pageFolder, await boot(served, theme));
}

async function boot({ pluginFolder, settings, facts }: Served, theme: 'dark' | 'light') {
  return bootData(await findPlugins(pluginFolder), settings.get(), theme, facts);
}

async function sendPluginFile(dist: string, id: string, file: string, res: ServerResponse): Promise<void> {
  const plugin = (await findPlugins(dist)).get(id);
  if (plugin === undefined) {
    answerText(res, 404, 'Not found');
    return;
  }
  return sendFile(res, [plugin.folder], file, 'no-cache');
}

function proxy(settings: DataSourceSettings, uid: string, rest: string, req: IncomingMessage, res: ServerResponse) {
  const dataSource = settings.get();
  if (decodeURIComponent(uid) === dataSource.uid) {
    proxyToDataSource(req, res, dataSource, rest);
  } else {
    answerJson(res, 404, { message: 'Data source not found' });
  }
}

/** The few pieces of Grafana's HTTP API that the page needs; false for what is none of them. */
async function answerApi(served: Served, rawPath: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const { settings } = served;
  const settingsPath = `/api/datasources/uid/${settings.get().uid}`;
  switch (`${req.method} ${rawPath}`) {
    case 'GET /api/frontend/settings':
      answerJson(res, 200, (await boot(served, 'dark')).settings);
      return true;
    case `GET ${settingsPath}`:
      answerJson(res, 200, settings.forForm());
      return true;
    case `PUT ${settingsPath}`:
      settings.update(await readJson(req));
      answerJson(res, 200, { message: 'Datasource updated', datasource: settings.forForm() });
      return true;
    default:
      return false;
  }
}
