import type { Label, SeriesColumns } from '../../pyroscope/questions';

/** Adds up series that have the same values of `keep`, point by point; other labels are dropped. Largest sum first. */
export function mergeSeries(series: readonly SeriesColumns[], keep: readonly string[]): SeriesColumns[] {
  const groups = new Map<string, { labels: readonly Label[]; points: Map<number, number> }>();
  for (const { labels, timestamps, values } of series) {
    const kept = labels.filter(({ name }) => keep.includes(name));
    const key = JSON.stringify(kept.map(({ name, value }) => [name, value]).sort());
    const group = groups.get(key) ?? { labels: kept, points: new Map<number, number>() };
    groups.set(key, group);
    timestamps.forEach((time, i) => group.points.set(time, (group.points.get(time) ?? 0) + values[i]));
  }
  return [...groups.values()]
    .map(({ labels, points }) => {
      const sorted = [...points].sort(([a], [b]) => a - b);
      return {
        labels,
        timestamps: Float64Array.from(sorted, ([time]) => time),
        values: Float64Array.from(sorted, ([, value]) => value),
      };
    })
    .sort((a, b) => sumOf(b) - sumOf(a));
}

function sumOf({ values }: SeriesColumns): number {
  return values.reduce((sum, value) => sum + value, 0);
}
