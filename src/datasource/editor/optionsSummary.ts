import type { ProfilesQuery } from '../profilesQuery';

export const queryTypes = [
  { value: 'both', label: 'Both', description: 'Time series and flame graph of the same data' },
  { value: 'metrics', label: 'Time series', description: 'How much, over time' },
  { value: 'profile', label: 'Flame graph', description: 'Where in the code' },
];

/** The options of a query in one line: "Both · by pod · at most 10 series". */
export function optionsSummary({ queryType, groupBy = [], limit, maxNodes, spanSelector = [] }: ProfilesQuery): string {
  const type = queryTypes.find(({ value }) => value === (queryType ?? 'both'))?.label ?? queryType;
  return [
    type,
    groupBy.length > 0 ? `by ${groupBy.join(', ')}` : undefined,
    limit ? `at most ${limit} series` : undefined,
    maxNodes ? `${maxNodes.toLocaleString('en')} nodes` : undefined,
    spanSelector.length > 0 ? `${spanSelector.length} span${spanSelector.length === 1 ? '' : 's'}` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
