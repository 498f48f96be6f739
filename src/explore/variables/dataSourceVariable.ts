import { DataSourceVariable } from '@grafana/scenes';
import { DATA_SOURCE_ID } from '../../pluginIds';
import { variableNames } from '../urlState';

export function dataSourceVariable(): DataSourceVariable {
  return new DataSourceVariable({
    name: variableNames.dataSource,
    label: 'Data source',
    pluginId: DATA_SOURCE_ID,
  });
}
