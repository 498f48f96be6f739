import type { TimeRange } from '@grafana/data';
import type { ComboboxOption } from '@grafana/ui';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { SERVICE_LABEL } from '../answers/uploadIntervals';
import { textOptions } from './textOptions';
import { variableOptions } from './variableOptions';
import { mayHoldVariable } from './variableText';
import type { EditorDataSource } from './editorDataSource';

/**
 * Services as options: variables, then those with profiles of the type, then, in a group of their own, those without.
 * Rejects with a ProblemError.
 */
export async function serviceOptions(
  datasource: EditorDataSource,
  typed: string,
  profileTypeId: string,
  range: TimeRange | undefined
): Promise<Array<ComboboxOption<string>>> {
  const services = (profileType: string | undefined) =>
    datasource.suggestions.labelValues(SERVICE_LABEL, datasource.labelScope('{}', profileType, range));
  const [all, withType] = await Promise.all([services(undefined), services(profileTypeId)]);
  const has = new Set(withType);
  const type = mayHoldVariable(profileTypeId) ? profileTypeId : describeProfileType(profileTypeId).label;
  return [
    ...textOptions([...variableOptions(datasource.variableNames(), '='), ...withType], typed),
    ...textOptions(
      all.filter((service) => !has.has(service)),
      typed
    ).map((option) => ({ ...option, group: `Without ${type}` })),
  ];
}
