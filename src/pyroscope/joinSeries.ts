import type { Exemplar, PointAnnotation, SeriesColumns } from './questions';

/**
 * Series of one question that was asked in parts, in the order of time, as if it had been asked at once: parts of a
 * series are those with the same labels. Largest sum first, equal ones by their labels, at most `limit`.
 */
export function joinSeries(parts: ReadonlyArray<readonly SeriesColumns[]>, limit?: number): SeriesColumns[] {
  const byLabels = new Map<string, SeriesColumns[]>();
  for (const series of parts.flat()) {
    const key = JSON.stringify(series.labels.map(({ name, value }) => [name, value]));
    const found = byLabels.get(key);
    if (found === undefined) {
      byLabels.set(key, [series]);
    } else {
      found.push(series);
    }
  }
  const joined = Array.from(byLabels, ([key, pieces]) => {
    const series = pieces.length === 1 ? pieces[0] : joinPieces(pieces);
    return { key, series, sum: series.values.reduce((sum, value) => sum + value, 0) };
  });
  joined.sort((a, b) => b.sum - a.sum || (a.key < b.key ? -1 : 1));
  return joined.slice(0, limit || undefined).map(({ series }) => series);
}

function joinPieces(pieces: readonly SeriesColumns[]): SeriesColumns {
  const length = pieces.reduce((sum, { timestamps }) => sum + timestamps.length, 0);
  const timestamps = new Float64Array(length);
  const values = new Float64Array(length);
  const exemplars: Exemplar[] = [];
  const annotations: PointAnnotation[] = [];
  let at = 0;
  for (const piece of pieces) {
    timestamps.set(piece.timestamps, at);
    values.set(piece.values, at);
    at += piece.timestamps.length;
    exemplars.push(...(piece.exemplars ?? []));
    annotations.push(...(piece.annotations ?? []));
  }
  return {
    labels: pieces[0].labels,
    timestamps,
    values,
    ...(exemplars.length > 0 ? { exemplars } : {}),
    ...(annotations.length > 0 ? { annotations } : {}),
  };
}
