import {
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceRef,
  type ScopedVars,
} from '@grafana/data';
import {
  config,
  type DataSourceSrv,
  getBackendSrv,
  getTemplateSrv,
  type GetDataSourceListFilters,
  type RuntimeDataSourceRegistration,
} from '@grafana/runtime';
import { importDataSourcePlugin } from './pluginLoader';

type Ref = DataSourceRef | string | null | undefined;

/** Finds data sources by name, uid or type in what the page was told at its start, and makes one instance of each. */
export class WorkbenchDataSourceSrv implements DataSourceSrv {
  private readonly instances = new Map<string, Promise<DataSourceApi>>();

  async get(ref?: Ref, scopedVars?: ScopedVars): Promise<DataSourceApi> {
    const settings = this.getInstanceSettings(ref, scopedVars);
    if (settings === undefined) {
      throw new Error(`Data source ${typeof ref === 'string' ? ref : (ref?.uid ?? 'default')} was not found`);
    }
    let instance = this.instances.get(settings.uid);
    if (instance === undefined) {
      instance = makeInstance(settings);
      this.instances.set(settings.uid, instance);
      // A module that could not be loaded may load the next time.
      instance.catch(() => this.instances.delete(settings.uid));
    }
    return instance;
  }

  getInstanceSettings(ref?: Ref, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
    const all = Object.values(config.datasources);
    const wanted = typeof ref === 'string' ? ref : ref?.uid;
    const name = wanted === undefined ? undefined : getTemplateSrv().replace(wanted, scopedVars);
    if (name !== undefined && name !== '' && name !== 'default') {
      return all.find((settings) => settings.uid === name || settings.name === name);
    }
    const type = typeof ref === 'object' ? ref?.type : undefined;
    return all.find((settings) => (type === undefined ? settings.isDefault : settings.type === type));
  }

  getList({ type, pluginId, filter }: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    return Object.values(config.datasources).filter(
      (settings) =>
        (type === undefined || [type].flat().includes(settings.type)) &&
        (pluginId === undefined || settings.meta.id === pluginId) &&
        (filter === undefined || filter(settings))
    );
  }

  async reload(): Promise<void> {
    const settings = await getBackendSrv().get<Pick<typeof config, 'datasources'>>('/api/frontend/settings');
    config.datasources = settings.datasources;
    this.instances.clear();
  }

  registerRuntimeDataSource({ dataSource }: RuntimeDataSourceRegistration): void {
    this.instances.set(dataSource.uid, Promise.resolve(dataSource));
    config.datasources[dataSource.uid] = dataSource.instanceSettings;
  }
}

async function makeInstance(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  const plugin = await importDataSourcePlugin(settings.meta);
  const instance = new plugin.DataSourceClass(settings);
  instance.components = plugin.components;
  // What is not derived from DataSourceApi lacks what its constructor sets.
  return Object.assign(instance, {
    name: settings.name,
    id: settings.id,
    type: settings.type,
    uid: settings.uid,
    meta: settings.meta,
  });
}
