import type { ProfileBaseline } from '../../profile/profileQuery';
import type { ProfilesQuery } from '../profilesQuery';
import { interpolateSelector, regexFormat, type Replace } from './interpolateSelector';

/** The same query, every field with its variables replaced; what Explore takes over from a dashboard. */
export function interpolateQuery(query: ProfilesQuery, replace: Replace): ProfilesQuery {
  const list = (values: readonly string[] | undefined) => {
    const all = (values ?? []).flatMap((value) => replace(value, 'csv').split(','));
    const distinct = new Set(all.map((value) => value.trim()).filter((value) => value !== ''));
    return distinct.size === 0 ? undefined : [...distinct];
  };
  const count = (value: unknown) => {
    const text = value === undefined || value === null ? '' : replace(String(value)).trim();
    return text === '' ? undefined : Number(text);
  };
  const text = (value: string | undefined) => (value === undefined ? undefined : replace(value, 'csv').trim());
  /** Of values that the types limit, which a variable does not know. */
  const choice = <T extends string>(value: T | undefined) => text(value) as T | undefined;
  return {
    ...query,
    queryType: query.queryType === undefined ? undefined : replace(query.queryType),
    profileTypeId: text(query.profileTypeId),
    otherProfileTypeIds: list(query.otherProfileTypeIds),
    labelSelector: interpolateSelector(query.labelSelector ?? '{}', replace),
    groupBy: list(query.groupBy),
    groupProfileBy: text(query.groupProfileBy),
    limit: count(query.limit),
    legendFormat: query.legendFormat === undefined ? undefined : replace(query.legendFormat),
    aggregation: choice(query.aggregation),
    maxNodes: count(query.maxNodes),
    spanSelector: list(query.spanSelector),
    traceIdSelector: list(query.traceIdSelector),
    profileIdSelector: list(query.profileIdSelector),
    heatmapType: choice(query.heatmapType),
    baseline: query.baseline === undefined ? undefined : interpolateBaseline(query.baseline, replace),
    functions:
      query.functions === undefined
        ? undefined
        : {
            ...query.functions,
            by: choice(query.functions.by),
            as: choice(query.functions.as),
            name:
              query.functions.name === undefined
                ? undefined
                : replace(query.functions.name, regexFormat(query.functions.name)),
          },
  };
}

function interpolateBaseline(baseline: ProfileBaseline, replace: Replace): ProfileBaseline {
  const { shift, from, to, labelSelector, service, profileTypeId } = baseline;
  const text = (value: string | undefined) => (value === undefined ? undefined : replace(value, 'csv').trim());
  return {
    ...baseline,
    shift: text(shift),
    from: text(from),
    to: text(to),
    labelSelector: labelSelector === undefined ? undefined : interpolateSelector(labelSelector, replace),
    service: text(service),
    profileTypeId: text(profileTypeId),
  };
}
