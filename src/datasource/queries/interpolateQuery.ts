import type { ProfileBaseline } from '../../profile/profileQuery';
import type { ProfilesQuery } from '../profilesQuery';
import { formatLabelSelector, parseLabelSelector, type LabelMatcher } from '../../pyroscope/labelSelector';
import { SERVICE_LABEL } from '../answers/uploadIntervals';
import { interpolateSelector, regexFormat, type Replace } from './interpolateSelector';
import { ownSelector, withService } from './baselineSelector';

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
  const labelSelector = interpolateSelector(query.labelSelector ?? '{}', replace);
  return {
    ...query,
    queryType: query.queryType === undefined ? undefined : replace(query.queryType),
    profileTypeId: text(query.profileTypeId),
    otherProfileTypeIds: list(query.otherProfileTypeIds),
    labelSelector,
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
    baseline: query.baseline === undefined ? undefined : interpolateBaseline(query.baseline, labelSelector, replace),
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

/** @param querySelector what the baseline's selector is where it has none of its own */
function interpolateBaseline(baseline: ProfileBaseline, querySelector: string, replace: Replace): ProfileBaseline {
  const { shift, from, to, labelSelector, service, profileTypeId } = baseline;
  const text = (value: string | undefined) => (value === undefined ? undefined : replace(value, 'csv').trim());
  const selector = labelSelector === undefined ? undefined : interpolateSelector(labelSelector, replace);
  const services = service === undefined ? undefined : serviceMatcher(service, replace);
  return {
    ...baseline,
    shift: text(shift),
    from: text(from),
    to: text(to),
    profileTypeId: text(profileTypeId),
    // Only a selector can name several services.
    ...(services === undefined || services.op === '='
      ? { labelSelector: selector, service: services?.value.trim() }
      : { labelSelector: withService(ownSelector(selector) ?? querySelector, services), service: undefined }),
  };
}

function serviceMatcher(service: string, replace: Replace): LabelMatcher {
  const written: LabelMatcher = { name: SERVICE_LABEL, op: '=', value: service };
  const parsed = parseLabelSelector(interpolateSelector(formatLabelSelector([written]), replace));
  return parsed.ok ? parsed.matchers[0] : written;
}
