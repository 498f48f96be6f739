import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a plugin.json says, as far as the workbench asks. */
export interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly type: 'app' | 'datasource' | 'panel';
  readonly info: { readonly version: string; readonly logos: { readonly small: string; readonly large: string } };
}

export interface BuiltPlugin {
  readonly manifest: Manifest;
  /** Where its module.js lies. */
  readonly folder: string;
  /** Changes with every build, so that a browser never takes an old module for the new one. */
  readonly build: string;
}

/** The app in `dist` and the plugins nested in it, by id. */
export async function findPlugins(dist: string): Promise<Map<string, BuiltPlugin>> {
  const entries = await readdir(dist, { withFileTypes: true }).catch(() => []);
  const folders = [dist, ...entries.filter((e) => e.isDirectory()).map((e) => path.join(dist, e.name))];
  const plugins = new Map<string, BuiltPlugin>();
  for (const folder of folders) {
    const text = await readFile(path.join(folder, 'plugin.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) {
      const manifest = JSON.parse(text) as Manifest;
      const { mtimeMs } = await stat(path.join(folder, 'module.js'));
      plugins.set(manifest.id, { manifest, folder, build: Math.round(mtimeMs).toString(36) });
    }
  }
  return plugins;
}

/** A plugin as Grafana's frontend is told of it. A nested plugin is reached under its own id, wherever it lies. */
export function pluginMeta({ manifest, build }: BuiltPlugin) {
  const baseUrl = `public/plugins/${manifest.id}`;
  const { logos, version } = manifest.info;
  return {
    ...manifest,
    info: {
      ...manifest.info,
      version: `${version}+${build}`,
      logos: { small: `${baseUrl}/${logos.small}`, large: `${baseUrl}/${logos.large}` },
    },
    baseUrl,
    module: `${baseUrl}/module.js`,
    loadingStrategy: 'script',
    enabled: true,
    pinned: true,
    signature: 'unsigned',
    angular: { detected: false, hideDeprecation: false },
  };
}
