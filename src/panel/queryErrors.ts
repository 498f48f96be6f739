import type { PanelData } from '@grafana/data';

/** One sentence for each error of the data, each once, led by the query that it belongs to where there are several. */
export function queryErrors({ errors, error, request }: PanelData): string[] {
  const all = errors ?? (error === undefined ? [] : [error]);
  const hasSeveral = (request?.targets.length ?? 0) > 1;
  const sentences = all.map(({ message, data, statusText, refId }) => {
    const sentence = message ?? data?.message ?? data?.error ?? statusText ?? 'The query failed, and nothing says why.';
    return hasSeveral && refId !== undefined ? `Query ${refId}: ${sentence}` : sentence;
  });
  return [...new Set(sentences)];
}
