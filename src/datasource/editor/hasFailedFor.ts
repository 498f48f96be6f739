import type { PanelData } from '@grafana/data';

/** Whether a query was run and failed for this reason: Grafana tells it below the query's editor. */
export function hasFailedFor(data: PanelData | undefined, sentence: string): boolean {
  return [data?.error, ...(data?.errors ?? [])].some((error) => error?.message === sentence);
}
