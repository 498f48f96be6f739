import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config/ConfigEditor';
import { LazyQueryEditor } from './editor/LazyQueryEditor';
import { ProfilesDataSource } from './ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from './profilesQuery';

export const plugin = new DataSourcePlugin<ProfilesDataSource, ProfilesQuery, ProfilesOptions, Record<string, string>>(
  ProfilesDataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(LazyQueryEditor);
