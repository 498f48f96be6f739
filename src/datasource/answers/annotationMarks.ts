import { assertNever } from '../../base/assertNever';
import { epochMs, secondsToMilliseconds, type EpochMs } from '../../base/units';
import type { FullPyroscopeClient } from '../../pyroscope/client';
import type { SelectSeriesQuestion, SeriesColumns } from '../../pyroscope/questions';
import { readThrottling, type Throttling } from '../../pyroscope/throttling';
import { findSpikes } from '../numbers/findSpikes';
import { findSteps } from '../numbers/findSteps';
import type { SeriesMark } from '../numbers/marks';

/** A mark on a time line, in words. Plain text, never HTML. */
export interface AnnotationMark {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly text: string;
  readonly tags: readonly string[];
}

export type MarkKind = 'spikes' | 'steps';

/** What is marked: the labels that say whose series it is, and how its values are written ("1.5 cores"). */
export interface MarkWords {
  readonly write: (value: number) => string;
  /** Name of a series. Absent: by its labels' values. */
  readonly nameOf?: (labels: SeriesColumns['labels']) => string;
}

/**
 * When the backend took only a sample of what was sent, because the tenant had sent too much. Steps that follow each
 * other are one mark. Rejects as `selectSeries` does.
 */
export async function throttlingMarks(
  client: Pick<FullPyroscopeClient, 'selectSeries'>,
  question: SelectSeriesQuestion,
  signal: AbortSignal
): Promise<AnnotationMark[]> {
  const series = await client.selectSeries({ ...question, groupBy: [] }, signal);
  return throttlingMarksOf(series, secondsToMilliseconds(question.stepSeconds));
}

/** The same from series that are there already. `step` is their step in milliseconds. */
export function throttlingMarksOf(series: readonly SeriesColumns[], step: number): AnnotationMark[] {
  /** By the text, which tells limits apart. */
  const steps = new Map<string, Set<number>>();
  for (const annotation of series.flatMap(({ annotations = [] }) => annotations)) {
    const throttling = readThrottling(annotation);
    if (throttling !== undefined) {
      const text = throttlingText(throttling);
      steps.set(text, (steps.get(text) ?? new Set()).add(annotation.timestamp));
    }
  }
  return [...steps]
    .flatMap(([text, times]) => stretchesOf([...times], step).map((span) => ({ ...span, text, tags: ['throttled'] })))
    .sort((a, b) => a.from - b.from);
}

/** Spikes, or changes of level, in each of the series. In order of time. */
export function seriesMarks(
  series: readonly SeriesColumns[],
  kind: MarkKind,
  { write, nameOf = namesIn }: MarkWords
): AnnotationMark[] {
  return series
    .flatMap((each) => {
      const name = nameOf(each.labels);
      return marksIn(each, kind).map((mark) => ({
        from: mark.from,
        to: mark.to,
        text: `${name === '' ? '' : `${name}: `}${markText(mark, kind, write)}`,
        tags: [kind === 'spikes' ? 'spike' : 'step', ...each.labels.map(({ value }) => value)],
      }));
    })
    .sort((a, b) => a.from - b.from);
}

function marksIn(series: SeriesColumns, kind: MarkKind): SeriesMark[] {
  switch (kind) {
    case 'spikes':
      return findSpikes(series);
    case 'steps':
      return findSteps(series);
    default:
      return assertNever(kind);
  }
}

function markText({ value, usual }: SeriesMark, kind: MarkKind, write: (value: number) => string): string {
  return kind === 'spikes'
    ? `Spike: ${write(value)}, usually ${write(usual)}.`
    : `${value > usual ? 'Rise' : 'Fall'} from ${write(usual)} to ${write(value)}.`;
}

function throttlingText({ period, limitMiB, resetsAt, usageGroup }: Throttling): string {
  const whose = usageGroup === undefined ? 'profiles' : `profiles of ${usageGroup}`;
  const until = resetsAt === undefined ? '' : ` until ${new Date(resetsAt).toISOString().replace('.000Z', 'Z')}`;
  return `Only a sample of the ${whose} was taken${until}: the limit of ${limitMiB} MiB per ${period} was reached.`;
}

/** Steps that follow each other, as one stretch. */
function stretchesOf(times: readonly number[], step: number): Array<Pick<AnnotationMark, 'from' | 'to'>> {
  const stretches: Array<{ from: EpochMs; to: EpochMs }> = [];
  for (const time of [...times].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last !== undefined && time - step <= last.to) {
      last.to = epochMs(time);
    } else {
      stretches.push({ from: epochMs(time - step), to: epochMs(time) });
    }
  }
  return stretches;
}

function namesIn(labels: SeriesColumns['labels']): string {
  return labels.map(({ value }) => value).join(', ');
}
