/**
 * What the page keeps in its address: a link shows its reader what its sender saw. A variable's key in the address is
 * `var-` and its name; time range and refresh interval use Grafana's own keys (`from`, `to`, `timezone`, `refresh`).
 * These names are part of people's saved links: rename none, add new ones here.
 */
export const variableNames = {
  dataSource: 'ds',
  service: 'service',
  profileType: 'type',
  filters: 'filters',
} as const;

/** What is seen of the panel: its own text, which says its version. */
export const PANEL_KEY = 'seen';

export type VariableName = (typeof variableNames)[keyof typeof variableNames];

/** How a query refers to a variable. The data source escapes the value for the place where it stands. */
export function reference(name: VariableName): string {
  return `\${${name}}`;
}
