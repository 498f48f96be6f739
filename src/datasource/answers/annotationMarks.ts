import { assertNever } from '../../base/assertNever';
import { secondsToMilliseconds } from '../../base/units';
import type { FullPyroscopeClient } from '../../pyroscope/client';
import type { SelectSeriesQuestion, SeriesColumns } from '../../pyroscope/questions';
import { findSpikes } from '../numbers/findSpikes';
import { findSteps } from '../numbers/findSteps';
import type { SeriesMark } from '../numbers/marks';
import { throttlingMarksOf, type AnnotationMark } from './throttlingMarks';

export type { AnnotationMark } from './throttlingMarks';

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

function namesIn(labels: SeriesColumns['labels']): string {
  return labels.map(({ value }) => value).join(', ');
}
