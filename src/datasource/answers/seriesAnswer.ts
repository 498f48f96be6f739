import { epochMs, millisecondsToSeconds, type Milliseconds, type TimeSpan } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import type { PyroscopeClient } from '../../pyroscope/client';
import type { SeriesColumns } from '../../pyroscope/questions';
import { fillSteps } from '../numbers/gaps';
import { settleLateUploads } from '../numbers/lateUploads';
import { mergeSeries } from '../numbers/mergeSeries';
import { ratePerSecond, scaleSeries } from '../numbers/rates';
import { averageOverSteps } from '../numbers/snapshots';
import { chooseStep, stepGrid, type StepGrid } from '../numbers/stepGrid';
import { askSnapshotSlots } from './snapshotSlots';
import type { UploadIntervalFinder } from './uploadIntervals';

/** A question for time series, with nothing left to interpolate. */
export interface SeriesAsk extends TimeSpan {
  readonly profileTypeId: string;
  readonly labelSelector: string;
  readonly groupBy: readonly string[];
  /** Most series, largest first. Absent: all. */
  readonly limit?: number;
  /** The step that the panel has room for. The answer's is this or longer. */
  readonly wantedStep: Milliseconds;
}

/**
 * Values are in the unit of the type's `SeriesPresentation`: cores, bytes a second, bytes. NaN is a gap: nothing is known.
 * Largest series first.
 */
export interface SeriesAnswer {
  readonly series: readonly SeriesColumns[];
  readonly grid: StepGrid;
}

/** Time series with the right numbers: rates of what adds up, averages of what is a snapshot. */
export async function answerSeries(
  client: PyroscopeClient,
  finder: UploadIntervalFinder,
  ask: SeriesAsk,
  signal: AbortSignal
): Promise<SeriesAnswer> {
  const { profileTypeId, labelSelector, groupBy, limit } = ask;
  const { aggregation, mayBeSilent, series: shown } = describeProfileType(profileTypeId);
  const intervals = await finder.find(profileTypeId, labelSelector, ask, signal);
  const grid = stepGrid(ask, chooseStep(ask.wantedStep, intervals.longest));
  if (aggregation === 'cumulative') {
    const stepSeconds = millisecondsToSeconds(grid.step);
    const span = { from: grid.first, to: grid.last };
    const sums = await client.selectSeries(
      { profileTypeId, labelSelector, ...span, stepSeconds, groupBy, limit },
      signal
    );
    const hasOneUpload = grid.step === intervals.longest && !mayBeSilent;
    const settled = hasOneUpload ? settleLateUploads(sums, grid.step) : sums;
    const rates = settled.map((each) => ratePerSecond(each, grid.step, shown.scale));
    return { series: fillSteps(rates, grid.step, mayBeSilent ? 'zero' : 'zero among others'), grid };
  }
  const steps = { from: epochMs(grid.first - grid.step), to: grid.last };
  const slots = await askSnapshotSlots(
    client,
    intervals,
    { profileTypeId, labelSelector, ...steps, groupBy, limit },
    signal
  );
  const averages = slots.map((each) => scaleSeries(averageOverSteps(each, grid, ask.to), shown.scale));
  const series = intervals.byService.size > 0 ? mergeSeries(averages, groupBy).slice(0, limit) : averages;
  return { series: fillSteps(series, grid.step, 'unknown'), grid };
}
