import { isDataSourcePluginContext, usePluginContext } from '@grafana/data';
import type { ProfilesOptions } from '../profilesQuery';
import type { QuerySettings } from '../queries/querySettings';

/** What the settings of the data source say about its queries; nothing where the host does not tell. */
export function useQuerySettings(): QuerySettings {
  const context = usePluginContext();
  return context !== null && isDataSourcePluginContext(context)
    ? (context.instanceSettings.jsonData as ProfilesOptions)
    : {};
}
