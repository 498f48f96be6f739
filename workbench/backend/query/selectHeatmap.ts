import { create } from '@bufbuild/protobuf';
import {
  HeatmapQueryType,
  SelectHeatmapResponseSchema,
  type SelectHeatmapRequest,
} from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import { ExemplarType } from '../../../src/pyroscope/gen/types/v1/types_pb';
import { messageAnswer, type Answer } from '../http/answer';
import { ConnectError, invalidArgument } from '../http/connectError';
import { compareLabels } from '../labels';
import type { Store } from '../store';
import { checkRange } from './limits';
import { readProfileType } from './selectProfiles';
import { readSelector } from './selector';
import { exemplarOf, largest, singlesOf, type Single, type SingleKind, type SinglesOfSeries } from './singles';

const BUCKETS = 20;

/**
 * How many profiles, or spans, of which size there were when. Slots end at `start + k * step`, the last one at `end` or
 * after it; the first one reaches back before the start. The buckets, the same for all series, part what lies between
 * the smallest and the largest value into twenty. Series come by their labels, or largest first where they are cut by
 * `limit` (Pyroscope's pkg/model/heatmap/range.go and top.go).
 */
export function selectHeatmap(store: Store, request: SelectHeatmapRequest): Answer {
  if (!(request.step >= 0.001)) {
    throw invalidArgument(`step must be >= 1ms, got ${request.step.toFixed(6)}`);
  }
  if (request.limit !== undefined && request.limit < 0n) {
    throw invalidArgument(`limit must be non-negative, got ${request.limit}`);
  }
  if (request.start >= request.end) {
    throw invalidArgument(`start time must be before end time, got start=${request.start} end=${request.end}`);
  }
  const range = checkRange(request, store.now());
  const isOfType = readProfileType(request.profileTypeID);
  const fits = readSelector(request.labelSelector);
  const kind = readKind(request);
  if (range === undefined) {
    return messageAnswer(SelectHeatmapResponseSchema, create(SelectHeatmapResponseSchema));
  }
  const step = Math.floor(request.step * 1000);
  const selected = store.select((labels) => isOfType(labels) && fits(labels), range.start - step, range.end);
  const series = singlesOf(selected, kind, request.groupBy).filter(({ singles }) => singles.length > 0);
  series.sort((a, b) => compareLabels(a.labels, b.labels));
  const limit = Number(request.limit ?? 0n);
  if (limit > 0 && limit < series.length) {
    series.sort((a, b) => b.singles.length - a.singles.length);
    series.length = limit;
  }
  const mins = bucketMins(series);
  const withExemplars = request.exemplarType > ExemplarType.NONE;
  const message = create(SelectHeatmapResponseSchema, {
    series: series.map(({ labels, singles }) => ({
      labels: labels.map(({ name, value }) => ({ name, value })),
      slots: slotsOf(singles, { start: range.start, step, mins, withExemplars }),
    })),
  });
  return messageAnswer(SelectHeatmapResponseSchema, message);
}

/** Pyroscope finds these only in its inner parts, and so tells them as a fault of its own. */
function readKind({ queryType, exemplarType }: SelectHeatmapRequest): SingleKind {
  const fail = (message: string) => new ConnectError('unknown', `rpc error: code = Unknown desc = ${message}`);
  if (exemplarType === ExemplarType.INDIVIDUAL && queryType !== HeatmapQueryType.INDIVIDUAL) {
    throw fail('individual exemplars only available for individual query type');
  }
  if (exemplarType === ExemplarType.SPAN && queryType !== HeatmapQueryType.SPAN) {
    throw fail('span exemplars only available for span query type');
  }
  switch (queryType) {
    case HeatmapQueryType.INDIVIDUAL:
      return 'profiles';
    case HeatmapQueryType.SPAN:
      return 'spans';
    case HeatmapQueryType.UNSPECIFIED:
    default:
      throw fail('valid heatmap query type must be specified');
  }
}

/** Whole numbers, as values are. */
function bucketMins(series: readonly SinglesOfSeries[]): number[] {
  const values = series.flatMap(({ singles }) => singles.map(({ value }) => value));
  const min = values.reduce((a, b) => Math.min(a, b), Infinity);
  const max = Math.max(
    values.reduce((a, b) => Math.max(a, b), 0),
    min + 1
  );
  return Array.from({ length: BUCKETS }, (_, bucket) => min + Math.floor((bucket * (max - min)) / BUCKETS));
}

interface Grid {
  readonly start: number;
  readonly step: number;
  readonly mins: readonly number[];
  readonly withExemplars: boolean;
}

function slotsOf(singles: readonly Single[], { start, step, mins, withExemplars }: Grid) {
  const cells = new Map<number, Single[][]>();
  for (const single of singles) {
    const slot = Math.max(0, Math.ceil((single.time - start) / step));
    const buckets = cells.get(slot) ?? mins.map(() => []);
    cells.set(slot, buckets);
    buckets[bucketOf(single.value, mins)].push(single);
  }
  return [...cells]
    .sort(([a], [b]) => a - b)
    .map(([slot, buckets]) => ({
      timestamp: BigInt(start + slot * step),
      yMin: [...mins],
      counts: buckets.map(({ length }) => length),
      exemplars: withExemplars
        ? buckets.filter(({ length }) => length > 0).map((bucket) => exemplarOf(largest(bucket)))
        : [],
    }));
}

/** The last bucket that does not begin above the value. */
function bucketOf(value: number, mins: readonly number[]): number {
  return Math.max(
    0,
    mins.findLastIndex((min) => min <= value)
  );
}
