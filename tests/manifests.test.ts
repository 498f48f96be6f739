import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { explorePath } from '../src/explore/routes';
import { APP_ID, DATA_SOURCE_ID, PANEL_ID } from '../src/pluginIds';
import { inRepository, readJson } from './repository';
import { assertValid } from './schemas/assertValid';
import { pluginManifest } from './schemas/pluginManifest';

interface Manifest {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly info: { readonly logos: { readonly small: string; readonly large: string }; readonly version: string };
  readonly dependencies: { readonly grafanaDependency: string };
  readonly includes?: ReadonlyArray<{
    readonly type: string;
    readonly name: string;
    readonly path: string;
    readonly defaultNav?: boolean;
  }>;
}

const app = readJson('plugin.json') as Manifest;
const dataSource = readJson('src/datasource/plugin.json') as Manifest;
const panel = readJson('src/panel/plugin.json') as Manifest;

/** Where each manifest lies in dist/, and the folder of the sources that its paths are given from. */
const manifests = [
  { manifest: app, type: 'app', id: APP_ID, folder: 'src' },
  { manifest: dataSource, type: 'datasource', id: DATA_SOURCE_ID, folder: 'src/datasource' },
  { manifest: panel, type: 'panel', id: PANEL_ID, folder: 'src/panel' },
];

test.each(manifests)('$id is what Grafana takes for a $type', ({ manifest, type, id, folder }) => {
  assertValid(pluginManifest, manifest);
  expect(manifest.type).toBe(type);
  expect(manifest.id).toBe(id);
  for (const logo of Object.values(manifest.info.logos)) {
    expect(existsSync(inRepository(path.join(folder, logo)))).toBe(true);
  }
});

test('all three are of one version and for the same Grafana', () => {
  for (const { manifest } of manifests) {
    expect(manifest.info.version).toBe('%VERSION%');
    expect(manifest.dependencies.grafanaDependency).toBe(app.dependencies.grafanaDependency);
  }
});

test("tools that look for src/plugin.json find the app's manifest", () => {
  expect(lstatSync(inRepository('src/plugin.json')).isSymbolicLink()).toBe(true);
  expect(readlinkSync(inRepository('src/plugin.json'))).toBe('../plugin.json');
});

test('the app includes its data source and panel under their own names, and where they lie in the build', () => {
  for (const nested of [dataSource, panel]) {
    const include = app.includes?.find(({ type }) => type === nested.type);
    expect(include).toEqual({ type: nested.type, name: nested.name, path: `${nested.type}/plugin.json` });
  }
});

test('the app opens on the page that its code answers', () => {
  const pages = app.includes?.filter(({ type }) => type === 'page') ?? [];
  expect(pages.filter(({ defaultNav }) => defaultNav).map((page) => page.path)).toEqual([explorePath]);
});
