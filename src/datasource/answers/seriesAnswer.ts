import { epochMs, milliseconds, millisecondsToSeconds, type Milliseconds, type TimeSpan } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import type { SelectSeriesQuestion, SeriesColumns } from '../../pyroscope/questions';
import { fillSteps } from '../numbers/gaps';
import { areTwoUploads, settleLateUploads, stepsThatLookDouble } from '../numbers/lateUploads';
import { mergeSeries } from '../numbers/mergeSeries';
import { ratePerSecond, scaleSeries } from '../numbers/rates';
import { restSeries } from '../numbers/restSeries';
import { averageOverSteps } from '../numbers/snapshots';
import { chooseStep, stepGrid, type StepGrid } from '../numbers/stepGrid';
import type { Asked } from './asked';
import { askSnapshotSlots } from './snapshotSlots';
import type { UploadIntervals } from './uploadIntervals';

/** How exactly times of uploads are looked at. */
const UPLOAD_TIME_MS = milliseconds(1000);

/** A question for time series, with nothing left to interpolate. */
export interface SeriesAsk extends TimeSpan {
  readonly profileTypeId: string;
  /** More types, which add up in the same way, added to the first. */
  readonly otherProfileTypeIds?: readonly string[];
  readonly labelSelector: string;
  readonly groupBy: readonly string[];
  /** Most series, largest first. Absent: all. */
  readonly limit?: number;
  /** Whether what `limit` leaves out is wanted as well. */
  readonly includeRest?: boolean;
  /** `sum`: what adds up, per step; levels stay averages. All else: rates and averages. */
  readonly aggregation?: 'rate' | 'sum' | 'average';
  /** Single profiles to be named beside the points. */
  readonly exemplars?: SelectSeriesQuestion['exemplars'];
  /** The step that the panel has room for. The answer's is this or longer. */
  readonly wantedStep: Milliseconds;
}

/** NaN is a gap: nothing is known. Largest series first. */
export interface SeriesAnswer {
  readonly series: readonly SeriesColumns[];
  /** What `limit` left out, in one; absent where nothing is left out or nobody asked. */
  readonly rest?: SeriesColumns;
  /** Grafana's unit of the values: cores, bytes a second, bytes; with `sum` that of a flame graph. */
  readonly unit: string;
  readonly grid: StepGrid;
}

/** Time series with the right numbers: rates of what adds up, averages of what is a snapshot. */
export async function answerSeries(asked: Asked, ask: SeriesAsk, signal: AbortSignal): Promise<SeriesAnswer> {
  const types = [ask.profileTypeId, ...(ask.otherProfileTypeIds ?? [])];
  const intervals = await Promise.all(types.map((id) => asked.finder.find(id, ask.labelSelector, ask, signal)));
  const longest = milliseconds(Math.max(...intervals.map((each) => each.longest)));
  const grid = stepGrid(ask, chooseStep(ask.wantedStep, longest));
  const typed = types.map((profileTypeId, at) => ({ profileTypeId, intervals: intervals[at] }));
  const { aggregation, series: shown, profileUnit } = describeProfileType(ask.profileTypeId);
  const isSum = aggregation === 'cumulative' && ask.aggregation === 'sum';
  const unit = isSum ? profileUnit : shown.unit;
  if (intervals.every(({ isEmpty }) => isEmpty)) {
    return { series: [], unit, grid };
  }
  const seriesOf = (part: SeriesAsk) =>
    aggregation === 'cumulative'
      ? ratesOf(asked, { ask: part, typed, grid, longest, isSum }, signal)
      : levelsOf(asked, { ask: part, typed, grid }, signal);
  const series = await seriesOf(ask);
  const mayHaveRest = ask.includeRest === true && ask.limit !== undefined && series.length >= ask.limit;
  const [total] = mayHaveRest ? await seriesOf({ ...ask, groupBy: [], limit: undefined, exemplars: undefined }) : [];
  const rest = total === undefined ? undefined : restSeries(total, series);
  return { series, ...(rest === undefined ? {} : { rest }), unit, grid };
}

interface Asking {
  readonly ask: SeriesAsk;
  readonly typed: ReadonlyArray<{ readonly profileTypeId: string; readonly intervals: UploadIntervals }>;
  readonly grid: StepGrid;
}

async function ratesOf(
  { client }: Asked,
  { ask, typed, grid, longest, isSum }: Asking & { readonly longest: Milliseconds; readonly isSum: boolean },
  signal: AbortSignal
): Promise<SeriesColumns[]> {
  const { labelSelector, groupBy, limit, exemplars } = ask;
  const { mayBeSilent, series: shown } = describeProfileType(ask.profileTypeId);
  const isOne = typed.length === 1;
  const sums = await Promise.all(
    typed.map(({ profileTypeId }) =>
      client.selectSeries(
        {
          profileTypeId,
          labelSelector,
          from: grid.first,
          to: grid.last,
          stepSeconds: millisecondsToSeconds(grid.step),
          groupBy,
          // The largest of one type need not be those of all.
          limit: isOne ? limit : undefined,
          ...(exemplars === undefined ? {} : { exemplars }),
        },
        signal
      )
    )
  );
  const merged = isOne ? sums[0] : mergeSeries(sums.flat(), groupBy).slice(0, limit);
  const hasOneUpload = grid.step === longest && !mayBeSilent;
  const settled = hasOneUpload ? await settle(client, { ask, typed, grid }, merged, signal) : merged;
  const rates = isSum ? settled : settled.map((each) => ratePerSecond(each, grid.step, shown.scale));
  return fillSteps(rates, grid.step, mayBeSilent ? 'zero' : 'zero among others');
}

/** What looks like two uploads in a step is looked at closely, or a spike that is one upload would be cut in half. */
async function settle(
  client: Asked['client'],
  { ask: { labelSelector }, typed, grid: { step } }: Asking,
  series: readonly SeriesColumns[],
  signal: AbortSignal
): Promise<SeriesColumns[]> {
  const steps = stepsThatLookDouble(series, step);
  if (steps.length === 0) {
    return settleLateUploads(series, step);
  }
  const from = epochMs(Math.min(...steps) - step + UPLOAD_TIME_MS);
  const to = epochMs(Math.max(...steps));
  const stepSeconds = millisecondsToSeconds(UPLOAD_TIME_MS);
  const uploads = await Promise.all(
    typed.map(({ profileTypeId }) =>
      client.selectSeries({ profileTypeId, labelSelector, from, to, stepSeconds, groupBy: [] }, signal)
    )
  );
  const times = uploads.flat().flatMap(({ timestamps }) => Array.from(timestamps));
  return settleLateUploads(series, step, (time) => areTwoUploads(times, time, step));
}

async function levelsOf(
  { client }: Asked,
  { ask, typed, grid }: Asking,
  signal: AbortSignal
): Promise<SeriesColumns[]> {
  const { labelSelector, groupBy, limit } = ask;
  const isOne = typed.length === 1;
  const steps = { from: epochMs(grid.first - grid.step), to: grid.last };
  const parts = await Promise.all(
    typed.map(async ({ profileTypeId, intervals }) => {
      const { scale } = describeProfileType(profileTypeId).series;
      const slots = await askSnapshotSlots(
        client,
        intervals,
        { profileTypeId, labelSelector, ...steps, groupBy, limit: isOne ? limit : undefined },
        signal
      );
      return slots.map((each) => scaleSeries(averageOverSteps(each, grid, ask.to), scale));
    })
  );
  const isWhole = isOne && typed[0].intervals.byService.size === 0;
  const series = isWhole ? parts[0] : mergeSeries(parts.flat(), groupBy).slice(0, limit);
  return fillSteps(series, grid.step, 'unknown');
}
