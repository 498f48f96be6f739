import { describeProfileType } from '../../catalogue/describeProfileType';
import { namedProfileTypes } from '../../catalogue/namedProfileTypes';
import { profileTexts } from '../../catalogue/profileTexts';
import { formatLabelSelector } from '../../pyroscope/labelSelector';
import { defaultProfileType } from '../answers/defaultProfileType';
import type { ProfilesQuery } from '../profilesQuery';

/** What one service has profiles of. */
export interface ServiceTypes {
  readonly service: string;
  readonly profileTypes: readonly string[];
}

/** A query that has an answer here, and what it is asked for. */
export interface QueryExample {
  readonly title: string;
  /** What to look for in the answer. */
  readonly detail: string;
  readonly query: ProfilesQuery;
}

/** A service's profile types, by the names and in the order of pickers. */
export function typeExamples({ service, profileTypes }: ServiceTypes): QueryExample[] {
  return namedProfileTypes(profileTypes).map(({ id, name }) => ({
    title: name,
    detail: profileTexts(id).meaning,
    query: { refId: 'A', queryType: 'both', profileTypeId: id, labelSelector: selectorOf(service) },
  }));
}

/** Questions that people bring along, about the first of the services; those alone that its profiles can answer. */
export function questionExamples(services: readonly ServiceTypes[], splitLabel: string | undefined): QueryExample[] {
  const [first] = services;
  if (first === undefined) {
    return [];
  }
  const { service, profileTypes } = first;
  const cpu = defaultProfileType(profileTypes, undefined);
  const what = describeProfileType(cpu).label;
  const query = { refId: 'A', profileTypeId: cpu, labelSelector: selectorOf(service) };
  const inUse = profileTypes.find(
    (id) => describeProfileType(id).family === 'Memory in use' && describeProfileType(id).sampleUnit === 'bytes'
  );
  const examples: Array<QueryExample | undefined> = [
    {
      title: `Which functions of ${service} are the largest?`,
      detail: `A table of its functions by ${what} of their own.`,
      query: { ...query, queryType: 'functions', functions: { by: 'self', as: 'table' }, limit: 50 },
    },
    {
      title: `What changed in ${service} since an hour ago?`,
      detail: 'A flame graph of this time range, colored by what grew and what shrank.',
      query: { ...query, queryType: 'diff', baseline: { shift: '1h' } },
    },
    splitLabel === undefined
      ? undefined
      : {
          title: `Does one ${splitLabel} of ${service} differ from the others?`,
          detail: `${what} over time, a series for each ${splitLabel}.`,
          query: { ...query, queryType: 'metrics', groupBy: [splitLabel], limit: 10 },
        },
    inUse === undefined
      ? undefined
      : {
          title: `Does ${service} leak memory?`,
          detail: 'A line that climbs and never comes back down is a leak; the flame graph says who allocated.',
          query: { ...query, queryType: 'both', profileTypeId: inUse },
        },
    services.length < 2
      ? undefined
      : {
          title: 'Which service is the dearest?',
          detail: `${what} of all services, the ten largest.`,
          query: {
            refId: 'A',
            profileTypeId: cpu,
            labelSelector: '{}',
            queryType: 'metrics',
            groupBy: ['service_name'],
            limit: 10,
          },
        },
  ];
  return examples.filter((example) => example !== undefined);
}

/** Labels by which people split a service, the usual first; undefined where there is none of them. */
export function splitLabelOf(labelNames: readonly string[]): string | undefined {
  return usualLabels.find((name) => labelNames.includes(name));
}

const usualLabels = ['version', 'service_version', 'region', 'zone', 'endpoint', 'pod', 'hostname', 'instance'];

function selectorOf(service: string): string {
  return formatLabelSelector([{ name: 'service_name', op: '=', value: service }]);
}
