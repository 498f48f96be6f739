import { VariableRefresh } from '@grafana/data';
import { QueryVariable, type VariableGetOptionsArgs, type VariableValueOption } from '@grafana/scenes';
import { map, type Observable } from 'rxjs';
import { reference, variableNames } from '../urlState';
import { chosenDataSource } from './chosenDataSource';
import { profileTypeOptions } from './profileTypeOptions';
import { SERVICE_LABEL } from './serviceVariable';

/** The profile types that the chosen service sends, under the names that people know; the first is the default. */
export class ProfileTypeVariable extends QueryVariable {
  constructor() {
    super({
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

  override getValueOptions(args: VariableGetOptionsArgs): Observable<VariableValueOption[]> {
    return super
      .getValueOptions(args)
      .pipe(map((options) => profileTypeOptions(options.map(({ value }) => String(value)))));
  }
}
