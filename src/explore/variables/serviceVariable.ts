import { VariableRefresh } from '@grafana/data';
import { QueryVariable } from '@grafana/scenes';
import { variableNames } from '../urlState';
import { chosenDataSource } from './chosenDataSource';

/** The label by which the backend knows a program. */
export const SERVICE_LABEL = 'service_name';

export function serviceVariable(): QueryVariable {
  return new QueryVariable({
    name: variableNames.service,
    label: 'Service',
    datasource: chosenDataSource,
    query: { refId: 'services', type: 'service' },
    refresh: VariableRefresh.onTimeRangeChanged,
  });
}
