import {
  AbstractLabelOperator,
  hasQueryExportSupport,
  type AbstractLabelMatcher,
  type DataQuery,
  type DataSourceApi,
} from '@grafana/data';
import { formatLabelSelector, type LabelMatcher, type MatchOperator } from '../../pyroscope/labelSelector';
import type { Suggestions } from '../editor/Suggestions';
import { migrateQuery } from '../queries/migrateQuery';
import type { ProfilesQuery } from '../profilesQuery';
import type { LabelScope } from '../variables/labelLookup';
import { traceMatchers } from './traceMatchers';

/** What the backend has to select by. */
export interface KnownLabels {
  readonly names: readonly string[];
  readonly services: readonly string[];
}

export async function findKnownLabels(
  suggestions: Pick<Suggestions, 'labelNames' | 'labelValues'>,
  scope: LabelScope
): Promise<KnownLabels> {
  const [names, services] = await Promise.all([
    suggestions.labelNames(scope),
    suggestions.labelValues('service_name', scope),
  ]);
  return { names, services };
}

/** The id of Grafana's own data source for profiles, whose queries are ours. */
const GRAFANAS_OWN = 'grafana-pyroscope-datasource';

/**
 * Queries of another data source as queries of ours: those of Grafana's own Pyroscope data source as they are; of others
 * the labels that they select by, as far as profiles have them. Never none: what cannot be taken over asks for everything.
 *
 * Grafana would rather hand over mere labels (`importFromAbstractQueries`) where both data sources can, and a query of
 * its own Pyroscope data source would lose its profile type on the way. So we take whole queries, and ask for the labels
 * ourselves.
 */
export async function importQueries(
  queries: readonly DataQuery[],
  origin: DataSourceApi,
  findLabels: () => Promise<KnownLabels>
): Promise<ProfilesQuery[]> {
  if (origin.type === GRAFANAS_OWN) {
    return queries.map((query) => migrateQuery({ ...query, datasource: undefined }));
  }
  const [matchers, labels] = await Promise.all([
    matchersOf(queries, origin),
    // A backend that does not answer is no reason not to change to it: the query will say what is wrong.
    findLabels().catch(() => ({ names: [], services: [] })),
  ]);
  return queries.map(({ refId }, i) => ({
    refId,
    queryType: 'both',
    labelSelector: formatLabelSelector(knownOf(matchers[i] ?? [], labels)),
  }));
}

async function matchersOf(queries: readonly DataQuery[], origin: DataSourceApi): Promise<LabelMatcher[][]> {
  if (!hasQueryExportSupport(origin)) {
    return queries.map(traceMatchers);
  }
  const exported = await origin.exportToAbstractQueries([...queries]);
  return queries.map(({ refId }, i) => {
    const found = exported.find((query) => query.refId === refId) ?? exported[i];
    return found?.labelMatchers.map(matcherOf) ?? [];
  });
}

function matcherOf({ name, operator, value }: AbstractLabelMatcher): LabelMatcher {
  return { name, op: operators[operator], value };
}

const operators: Readonly<Record<AbstractLabelOperator, MatchOperator>> = {
  [AbstractLabelOperator.Equal]: '=',
  [AbstractLabelOperator.NotEqual]: '!=',
  [AbstractLabelOperator.EqualRegEx]: '=~',
  [AbstractLabelOperator.NotEqualRegEx]: '!~',
};

/** Those that profiles have, by the name that they have there; one that names a service by another label names it here. */
function knownOf(matchers: readonly LabelMatcher[], { names, services }: KnownLabels): LabelMatcher[] {
  const known: LabelMatcher[] = [];
  for (const matcher of matchers) {
    const name = [matcher.name, matcher.name.replace(/\W/g, '_')].find((each) => names.includes(each));
    if (name !== undefined) {
      known.push({ ...matcher, name });
    }
  }
  const service = matchers.find(({ op, value }) => op === '=' && services.includes(value));
  return service === undefined || known.some(({ name }) => name === 'service_name')
    ? known
    : [{ name: 'service_name', op: '=', value: service.value }, ...known];
}
