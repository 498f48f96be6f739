import { create } from '@bufbuild/protobuf';
import { SelectSeriesResponseSchema, type SelectSeriesRequest } from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import { messageAnswer, type Answer } from '../http/answer';
import { invalidArgument } from '../http/connectError';
import { compareLabels, labelsKey, onlyLabels, type Labels } from '../labels';
import type { Selected, Store } from '../store';
import { checkRange } from './limits';
import { readProfileType } from './selectProfiles';
import { readSelector } from './selector';

interface SeriesSums {
  readonly labels: Labels;
  /** Step -> sum of its profiles. */
  readonly sums: Map<number, number>;
  sum: number;
}

/**
 * Time series of the profiles' values. Points stand at `start + k * step`, none after `end`; each is the sum of what was
 * taken in the step that ends there, (t - step, t], and one without a profile is left out. So the first one reaches
 * back before the start, and what was taken after the last one is in none. Series come largest first, cut by `limit`.
 *
 * As in Pyroscope's newer storage, `aggregation` and `stackTraceSelector` have no effect.
 */
export function selectSeries(store: Store, request: SelectSeriesRequest): Answer {
  const isOfType = readProfileType(request.profileTypeID);
  const range = checkRange(request, store.now());
  if (!(request.step >= 0.001)) {
    throw invalidArgument('step must be >= 1ms');
  }
  const fits = readSelector(request.labelSelector);
  if (range === undefined) {
    return messageAnswer(SelectSeriesResponseSchema, create(SelectSeriesResponseSchema));
  }
  const step = Math.floor(request.step * 1000);
  const selected = store.select((labels) => isOfType(labels) && fits(labels), range.start - step, range.end);
  const steps = { start: range.start, step, count: Math.floor((range.end - range.start) / step) + 1 };
  const series = addUp(selected, request.groupBy, steps).sort(
    (a, b) => b.sum - a.sum || compareLabels(a.labels, b.labels)
  );
  const limit = Number(request.limit ?? 0n);
  const message = create(SelectSeriesResponseSchema, {
    series: (limit > 0 ? series.slice(0, limit) : series).map(({ labels, sums }) => ({
      labels: labels.map(({ name, value }) => ({ name, value })),
      points: [...sums]
        .sort(([a], [b]) => a - b)
        .map(([at, value]) => ({ timestamp: BigInt(steps.start + at * step), value })),
    })),
  });
  return messageAnswer(SelectSeriesResponseSchema, message);
}

function addUp(
  selected: readonly Selected[],
  groupBy: readonly string[],
  { start, step, count }: { readonly start: number; readonly step: number; readonly count: number }
): SeriesSums[] {
  const series = new Map<string, SeriesSums>();
  const seriesOf = new Map<Labels, SeriesSums>();
  for (const { time, profile } of selected) {
    // A profile's time counts in whole milliseconds here. What was taken at `start - step` itself is still read, and
    // falls into the first step.
    const at = Math.max(0, Math.ceil((Math.floor(time) - start) / step));
    if (at >= count) {
      continue;
    }
    let group = seriesOf.get(profile.labels);
    if (group === undefined) {
      const labels = onlyLabels(profile.labels, groupBy);
      const key = labelsKey(labels);
      group = series.get(key) ?? { labels, sums: new Map(), sum: 0 };
      series.set(key, group);
      seriesOf.set(profile.labels, group);
    }
    group.sums.set(at, (group.sums.get(at) ?? 0) + profile.total);
    group.sum += profile.total;
  }
  return [...series.values()];
}
