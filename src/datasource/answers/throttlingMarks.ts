import { epochMs, type EpochMs } from '../../base/units';
import type { SeriesColumns } from '../../pyroscope/questions';
import { readThrottling, type Throttling } from '../../pyroscope/throttling';

/** A mark on a time line, in words. Plain text, never HTML. */
export interface AnnotationMark {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly text: string;
  readonly tags: readonly string[];
}

/**
 * When the backend took only a sample of what was sent, by what it noted on time series of that step (milliseconds).
 * Steps that follow each other are one mark.
 */
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
