import type { ComboboxOption } from '@grafana/ui';
import type { ProfileQueryType } from '../../profile/profileQuery';

/** What a query can be answered with, most wanted first. Descriptions are as short as the list is narrow. */
export const queryKinds: Array<ComboboxOption<ProfileQueryType> & { readonly label: string }> = [
  { value: 'both', label: 'Time series and flame graph', description: 'How much, and where in the code' },
  { value: 'metrics', label: 'Time series', description: 'How much, over time' },
  { value: 'profile', label: 'Flame graph', description: 'Where in the code' },
  { value: 'diff', label: 'Comparison', description: 'More or less than a baseline' },
  { value: 'functions', label: 'Functions', description: 'What costs most: table or series' },
  { value: 'heatmap', label: 'Heatmap', description: 'How profiles or spans spread' },
  { value: 'exemplars', label: 'Exemplars', description: 'Single profiles, to be opened' },
];

/** The kind that a saved query names; undefined for a variable, or for what a later version knows. */
export function kindOf(queryType: string | undefined): ProfileQueryType | undefined {
  const wanted = queryType === undefined || queryType === '' ? 'both' : queryType;
  return queryKinds.find(({ value }) => value === wanted)?.value;
}

/** Whether the answer has points over time, so that options of series say something. */
export function hasSeries(kind: ProfileQueryType | undefined): boolean {
  return kind === undefined || kind === 'both' || kind === 'metrics' || kind === 'exemplars';
}

/** Whether whole profiles are asked for, so that options of flame graphs say something. */
export function hasProfile(kind: ProfileQueryType | undefined): boolean {
  return kind === undefined || kind === 'both' || kind === 'profile' || kind === 'diff' || kind === 'functions';
}
