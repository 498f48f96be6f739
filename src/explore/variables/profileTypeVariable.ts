import { VariableRefresh } from '@grafana/data';
import { QueryVariable } from '@grafana/scenes';
import { reference, variableNames } from '../urlState';
import { chosenDataSource } from './chosenDataSource';
import { SERVICE_LABEL } from './serviceVariable';

/** The profile types that the chosen service sends; the data source names them, and puts the usual default first. */
export function profileTypeVariable(): QueryVariable {
  return new QueryVariable({
    name: variableNames.profileType,
    label: 'Profile type',
    datasource: chosenDataSource,
    query: {
      refId: 'profileTypes',
      type: 'profileType',
      labelSelector: `{${SERVICE_LABEL}="${reference(variableNames.service)}"}`,
    },
    refresh: VariableRefresh.onTimeRangeChanged,
  });
}
