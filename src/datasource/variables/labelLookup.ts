import type { AdHocVariableFilter, MetricFindValue, TimeRange } from '@grafana/data';
import { epochMs, type TimeSpan } from '../../base/units';
import type { PyroscopeClient } from '../../pyroscope/client';
import { addMatchers, type LabelMatcher } from '../../pyroscope/labelSelector';
import { adHocMatchers } from '../queries/adHocMatchers';
import { regexAlternatives } from '../queries/regexAlternatives';

/** The label in which the backend keeps a profile's type, for selectors; people choose the type elsewhere. */
export const PROFILE_TYPE_LABEL = '__profile_type__';

/** Which profiles' labels are wanted. */
export interface LabelScope {
  readonly labelSelector?: string;
  /** Several, any of which will do, are separated by commas. */
  readonly profileTypeId?: string;
  readonly filters?: readonly AdHocVariableFilter[];
  readonly span: TimeSpan;
}

/** The last hour where nobody said a time range. */
export function spanOf(range: TimeRange | undefined, now: number): TimeSpan {
  return range === undefined
    ? { from: epochMs(now - 3_600_000), to: epochMs(now) }
    : { from: epochMs(range.from.valueOf()), to: epochMs(range.to.valueOf()) };
}

/** Names of labels that people may select by: without the backend's own, `__…__`. */
export async function labelNames(client: PyroscopeClient, scope: LabelScope, signal: AbortSignal): Promise<string[]> {
  const names = await client.labelNames({ matchers: matchersOf(scope), span: scope.span }, signal);
  return names.filter((name) => !name.startsWith('__')).sort();
}

export async function labelValues(
  client: PyroscopeClient,
  name: string,
  scope: LabelScope,
  signal: AbortSignal
): Promise<string[]> {
  const values = await client.labelValues({ name, matchers: matchersOf(scope), span: scope.span }, signal);
  return [...values].sort((a, b) => a.localeCompare(b));
}

/** Ids of profile types; of those alone that the selected profiles have, if there is a selector. */
export async function profileTypeIds(
  client: PyroscopeClient,
  scope: LabelScope,
  signal: AbortSignal
): Promise<string[]> {
  return matchersOf(scope).length === 0
    ? (await client.profileTypes(scope.span, signal)).map(({ id }) => id)
    : labelValues(client, PROFILE_TYPE_LABEL, scope, signal);
}

/** The distinct values of a list that a variable of several values makes: `a,b`. */
export function valuesIn(list = ''): string[] {
  const values = list.split(',').map((value) => value.trim());
  return [...new Set(values.filter((value) => value !== ''))];
}

export function asFindValues(values: readonly string[]): MetricFindValue[] {
  return values.map((value) => ({ text: value, value }));
}

/** One selector for all of the scope; none where it is everything, which the backend answers fastest. */
function matchersOf({ labelSelector = '', profileTypeId = '', filters = [] }: LabelScope): string[] {
  const more: LabelMatcher[] = adHocMatchers(filters);
  const types = valuesIn(profileTypeId);
  if (types.length === 1) {
    more.push({ name: PROFILE_TYPE_LABEL, op: '=', value: types[0] });
  } else if (types.length > 1) {
    more.push({ name: PROFILE_TYPE_LABEL, op: '=~', value: regexAlternatives(types) });
  }
  const selector = addMatchers(labelSelector, more);
  return /^\s*(\{\s*\})?\s*$/.test(selector) ? [] : [selector];
}
