import type { DataSourceGetTagKeysOptions, GetTagResponse, MetricFindValue } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { type AdHocFiltersVariable, sceneGraph } from '@grafana/scenes';
import { reference, variableNames } from '../urlState';
import { SERVICE_LABEL } from './serviceVariable';

/** How Scenes takes options from a provider: `replace` says that no others are wanted. */
interface ProvidedOptions {
  readonly replace: true;
  readonly values: GetTagResponse | MetricFindValue[];
}

/** The labels that the chosen service has within the page's time range and the other filters, besides its name. */
export async function labelKeys(variable: AdHocFiltersVariable, currentKey: string | null): Promise<ProvidedOptions> {
  const dataSource = await chosenDataSourceOf(variable);
  const answer = (await dataSource.getTagKeys?.(scope(variable, currentKey))) ?? [];
  const keys = Array.isArray(answer) ? answer : answer.data;
  return { replace: true, values: keys.filter(({ text }) => text !== SERVICE_LABEL) };
}

/** The values of one label that the chosen service has, likewise. */
export async function labelValues(variable: AdHocFiltersVariable, key: string): Promise<ProvidedOptions> {
  const dataSource = await chosenDataSourceOf(variable);
  const values = (await dataSource.getTagValues?.({ ...scope(variable, key), key })) ?? [];
  return { replace: true, values };
}

function chosenDataSourceOf(variable: AdHocFiltersVariable) {
  const uid = sceneGraph.interpolate(variable, reference(variableNames.dataSource));
  return getDataSourceSrv().get({ uid });
}

/** Scenes scopes label values by the other filters only; a label that this service lacks is of no use either. */
function scope(variable: AdHocFiltersVariable, exceptKey: string | null): DataSourceGetTagKeysOptions {
  const service = sceneGraph.interpolate(variable, reference(variableNames.service));
  return {
    filters: [
      { key: SERVICE_LABEL, operator: '=', value: service },
      ...variable.state.filters.filter(({ key }) => key !== exceptKey),
    ],
    timeRange: sceneGraph.getTimeRange(variable).state.value,
  };
}
