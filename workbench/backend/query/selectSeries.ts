import { create } from '@bufbuild/protobuf';
import { SelectSeriesResponseSchema, type SelectSeriesRequest } from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import { ExemplarType, type Exemplar } from '../../../src/pyroscope/gen/types/v1/types_pb';
import { messageAnswer, type Answer } from '../http/answer';
import { ConnectError, invalidArgument } from '../http/connectError';
import { compareLabels, labelsKey, onlyLabels, type Labels } from '../labels';
import type { Selected, Store } from '../store';
import { checkRange } from './limits';
import { readProfileType } from './selectProfiles';
import { readSelector } from './selector';
import { exemplarOf, largest, singlesOf, type Single } from './singles';

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
 * As in Pyroscope's newer storage, `aggregation` and `stackTraceSelector` have no effect, and exemplars, one a point, are
 * of the profiles with the largest values.
 */
export function selectSeries(store: Store, request: SelectSeriesRequest): Answer {
  const isOfType = readProfileType(request.profileTypeID);
  const range = checkRange(request, store.now());
  if (!(request.step >= 0.001)) {
    throw invalidArgument('step must be >= 1ms');
  }
  const fits = readSelector(request.labelSelector);
  if (request.exemplarType === ExemplarType.SPAN) {
    throw new ConnectError('unknown', 'rpc error: code = Unimplemented desc = exemplar type span is not implemented');
  }
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
  const exemplars =
    request.exemplarType === ExemplarType.INDIVIDUAL ? exemplarsOf(selected, request.groupBy, steps) : undefined;
  const message = create(SelectSeriesResponseSchema, {
    series: (limit > 0 ? series.slice(0, limit) : series).map(({ labels, sums }) => ({
      labels: labels.map(({ name, value }) => ({ name, value })),
      points: [...sums]
        .sort(([a], [b]) => a - b)
        .map(([at, value]) => ({
          timestamp: BigInt(steps.start + at * step),
          value,
          exemplars: exemplars?.get(labelsKey(labels))?.get(at) ?? [],
        })),
    })),
  });
  return messageAnswer(SelectSeriesResponseSchema, message);
}

interface Steps {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/**
 * The step that a moment falls into, in whole milliseconds, which may be beyond the last one. What was taken at
 * `start - step` itself is still read, and falls into the first step.
 */
function stepAt(time: number, { start, step }: Steps): number {
  return Math.max(0, Math.ceil((Math.floor(time) - start) / step));
}

/** Series, by the key of their labels -> step -> its exemplars. */
function exemplarsOf(
  selected: readonly Selected[],
  groupBy: readonly string[],
  steps: Steps
): ReadonlyMap<string, ReadonlyMap<number, Exemplar[]>> {
  return new Map(
    singlesOf(selected, 'profiles', groupBy).map(({ labels, singles }) => {
      const largestOf = new Map<number, Single>();
      for (const single of singles) {
        const at = stepAt(single.time, steps);
        largestOf.set(at, largest([largestOf.get(at) ?? single, single]));
      }
      return [labelsKey(labels), new Map(Array.from(largestOf, ([at, single]) => [at, [exemplarOf(single)]]))];
    })
  );
}

function addUp(selected: readonly Selected[], groupBy: readonly string[], steps: Steps): SeriesSums[] {
  const series = new Map<string, SeriesSums>();
  const seriesOf = new Map<Labels, SeriesSums>();
  for (const { time, profile } of selected) {
    const at = stepAt(time, steps);
    if (at >= steps.count) {
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
