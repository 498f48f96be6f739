import type { DataSourceRef } from '@grafana/schema';
import { DATA_SOURCE_ID } from '../../pluginIds';
import { reference, variableNames } from '../urlState';

/** The data source that the page's variable has chosen. */
export const chosenDataSource: DataSourceRef = {
  type: DATA_SOURCE_ID,
  uid: reference(variableNames.dataSource),
};
