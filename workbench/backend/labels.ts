/** A label of a series. */
export interface Label {
  readonly name: string;
  readonly value: string;
}

/** Distinct names, ascending. */
export type Labels = readonly Label[];

/** Labels that the store adds to what was pushed (Pyroscope's pkg/phlaredb/labels/labels.go). */
export const PROFILE_TYPE = '__profile_type__';
export const SERVICE_NAME = 'service_name';
/** Label of a pushed series that names the kind of profile: the first part of a profile type id. */
export const PROFILE_NAME = '__name__';

/** The labels in order; of two with the same name the first one stays. */
export function sortedLabels(labels: Iterable<Label>): Labels {
  const byName = new Map<string, Label>();
  for (const { name, value } of labels) {
    if (!byName.has(name)) {
      byName.set(name, { name, value });
    }
  }
  return [...byName.values()].sort((a, b) => compareTexts(a.name, b.name));
}

/** '' where there is no such label, which is how selectors see it. */
export function labelValue(labels: Labels, name: string): string {
  return labels.find((label) => label.name === name)?.value ?? '';
}

/** The labels of these names, in the order of the names. */
export function onlyLabels(labels: Labels, names: readonly string[]): Labels {
  return names.flatMap((name) => labels.filter((label) => label.name === name));
}

/** A text that equal label sets, and only they, share. */
export function labelsKey(labels: Labels): string {
  return JSON.stringify(labels.flatMap(({ name, value }) => [name, value]));
}

/** Label by label, first by name and then by value; a set that begins with the whole of another comes after it. */
export function compareLabels(a: Labels, b: Labels): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareTexts(a[at].name, b[at].name) || compareTexts(a[at].value, b[at].value);
    if (order !== 0) {
      return order;
    }
  }
  return a.length - b.length;
}

/** By UTF-16 units, where Go compares bytes: they differ only for characters beyond the basic plane. */
export function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** What Prometheus took for a label name before it took any UTF-8. */
export function isPlainLabelName(name: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
}
