import { epochMs, milliseconds, millisecondsToSeconds, type Milliseconds, type TimeSpan } from '../../base/units';
import type { PyroscopeClient } from '../../pyroscope/client';
import type { SeriesColumns } from '../../pyroscope/questions';
import { commonStep, slotsOf } from '../numbers/snapshots';
import { stepGrid } from '../numbers/stepGrid';
import { SERVICE_LABEL, serviceOf, type UploadIntervals } from './uploadIntervals';

export interface SlotsAsk extends TimeSpan {
  readonly profileTypeId: string;
  readonly labelSelector: string;
  readonly groupBy: readonly string[];
  readonly limit?: number;
}

/** One series in slots of one upload interval of its own. */
export interface SnapshotSlots extends SeriesColumns {
  readonly interval: Milliseconds;
}

/** More points than this a series are asked for in steps of several intervals: a day at 15 s is 5,760. */
const MOST_POINTS = 6000;

/**
 * The snapshots of an instant type, slot by slot. Where services upload at different intervals, the series are split by
 * service besides, so that each has one interval; whoever asked puts them together again.
 */
export async function askSnapshotSlots(
  client: PyroscopeClient,
  { longest, byService }: UploadIntervals,
  ask: SlotsAsk,
  signal: AbortSignal
): Promise<SnapshotSlots[]> {
  const mixed = byService.size > 0;
  const slot = mixed ? commonStep(byService.values()) : longest;
  const multiple = Math.ceil((ask.to - ask.from) / slot / MOST_POINTS);
  const asked = milliseconds(slot * Math.max(1, multiple));
  // Where one asks for parts of slots, the first slots have to be whole, or they would be too low.
  const from = mixed ? epochMs(ask.from - longest) : ask.from;
  const { first, last } = stepGrid({ from, to: ask.to }, asked);
  const sums = await client.selectSeries(
    {
      profileTypeId: ask.profileTypeId,
      labelSelector: ask.labelSelector,
      from: first,
      to: last,
      stepSeconds: millisecondsToSeconds(asked),
      groupBy: mixed && !ask.groupBy.includes(SERVICE_LABEL) ? [...ask.groupBy, SERVICE_LABEL] : ask.groupBy,
      // Sums of different intervals cannot be compared, so the backend cannot choose the largest.
      limit: mixed ? undefined : ask.limit,
    },
    signal
  );
  return sums.map((each) => {
    const interval = byService.get(serviceOf(each.labels)) ?? longest;
    return { ...slotsOf(each, asked, interval), interval };
  });
}
