import {
  type AppPlugin,
  type AppPluginMeta,
  type DataSourceApi,
  type DataSourcePlugin,
  type DataSourcePluginMeta,
  type PanelPlugin,
  type PanelPluginMeta,
  type PluginMeta,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { importModule } from './systemLoader';

const panels = new Map<string, PanelPlugin>();

/** A panel plugin that was loaded before. */
export function loadedPanelPlugin(id: string): PanelPlugin | undefined {
  return panels.get(id);
}

export async function importPanelPlugin(id: string): Promise<PanelPlugin> {
  const loaded = panels.get(id);
  if (loaded !== undefined) {
    return loaded;
  }
  // Grafana's own way to say which panels there are, until `getListedPanelPluginIds` can be fed from outside.
  const meta = Object.values(config.panels).find((panel: PanelPluginMeta) => panel.id === id);
  const plugin = await importPlugin<PanelPlugin>(id, meta);
  if (meta !== undefined) {
    plugin.meta = meta;
  }
  panels.set(id, plugin);
  return plugin;
}

export async function importDataSourcePlugin(meta: DataSourcePluginMeta): Promise<DataSourcePlugin<DataSourceApi>> {
  const plugin = await importPlugin<DataSourcePlugin<DataSourceApi>>(meta.id, meta);
  plugin.meta = meta;
  return plugin;
}

export async function importAppPlugin(id: string): Promise<AppPlugin> {
  const meta = config.apps[id] as unknown as AppPluginMeta | undefined;
  const plugin = await importPlugin<AppPlugin>(id, meta);
  if (meta !== undefined) {
    plugin.init(meta);
    plugin.meta = meta;
  }
  return plugin;
}

async function importPlugin<P>(id: string, meta: PluginMeta | undefined): Promise<P> {
  if (meta === undefined) {
    throw new Error(`The plugin ${id} is not in the build.`);
  }
  const module = await importModule<{ plugin?: P }>(`${meta.module}?_cache=${encodeURIComponent(meta.info.version)}`);
  if (module.plugin === undefined) {
    throw new Error(`The module of ${id} exports no 'plugin'.`);
  }
  return module.plugin;
}
