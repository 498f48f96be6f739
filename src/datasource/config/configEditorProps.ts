import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import type { ProfilesOptions } from '../profilesQuery';

/** Settings as Grafana gives and takes them; secrets are texts. */
export type ConfigEditorProps = DataSourcePluginOptionsEditorProps<ProfilesOptions, Record<string, string>>;
