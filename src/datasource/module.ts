import { DataSourcePlugin } from '@grafana/data';
import { ProfilesDataSource } from './ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from './profilesQuery';

export const plugin = new DataSourcePlugin<ProfilesDataSource, ProfilesQuery, ProfilesOptions>(ProfilesDataSource);
