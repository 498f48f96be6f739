import { DataSourcePlugin, type DataSourceInstanceSettings } from '@grafana/data';
import { getBackendSrv, getTemplateSrv } from '@grafana/runtime';
import { connectBackend } from '../pyroscope/connectBackend';
import { readDuration } from '../pyroscope/readDuration';
import { sharedDecoders } from '../worker/sharedDecoders';
import { ConfigEditor } from './config/ConfigEditor';
import { LazyQueryEditor } from './editor/LazyQueryEditor';
import { LazyExploreStart } from './explore/LazyExploreStart';
import { ProfilesDataSource } from './ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from './profilesQuery';
import { proxyFetch } from './transport/proxyFetch';

/** The data source with what Grafana and this bundle give it, as Grafana makes it: from its settings alone. */
class DataSource extends ProfilesDataSource {
  constructor(settings: DataSourceInstanceSettings<ProfilesOptions>) {
    const { client, capabilities, lookBack } = connectBackend({
      baseUrl: settings.url ?? '',
      lookBack: readDuration(settings.jsonData.lookBack?.trim() ?? ''),
      fetch: proxyFetch(getBackendSrv),
      decoders: sharedDecoders,
      treeWork: sharedDecoders,
    });
    super(settings, {
      client,
      capabilities,
      lookBack,
      combine: sharedDecoders.combine,
      templates: getTemplateSrv(),
      now: Date.now,
    });
  }
}

export const plugin = new DataSourcePlugin<ProfilesDataSource, ProfilesQuery, ProfilesOptions, Record<string, string>>(
  DataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(LazyQueryEditor)
  .setQueryEditorHelp(LazyExploreStart);
