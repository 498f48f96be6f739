import { problemOf } from '../../base/problem';
import {
  epochMs,
  milliseconds,
  millisecondsToSeconds,
  seconds,
  type Milliseconds,
  type TimeSpan,
} from '../../base/units';
import type { PyroscopeClient } from '../../pyroscope/client';
import { formatLabelSelector, parseLabelSelector } from '../../pyroscope/labelSelector';
import type { Label, SeriesColumns } from '../../pyroscope/questions';
import { EmptySpans } from './emptySpans';
import { stepGrid } from '../numbers/stepGrid';
import { estimateUploadInterval, USUAL_UPLOAD_INTERVAL } from '../numbers/uploadInterval';

export const SERVICE_LABEL = 'service_name';

/** How often the processes behind a question upload. */
export interface UploadIntervals {
  /** The longest of them: what a step must not be shorter than. */
  readonly longest: Milliseconds;
  /** By value of `service_name`, where services differ; empty where they all upload alike. */
  readonly byService: ReadonlyMap<string, Milliseconds>;
  /** The time span that it was looked for in has no profiles: there is nothing more to ask. Absent: not known. */
  readonly isEmpty?: true;
}

/** Long enough to see an upload every minute several times, short enough to cost next to nothing. */
const WINDOW_MS = 5 * 60_000;
const PROBE_STEP = seconds(1);
/** Steps of the look at a whole time span. */
const MOST_LOOKS = 300;
const LABELS_MS = 60 * 60_000;
/** Processes to look at. The backend gives those with the largest values. */
const MOST_SERIES = 100;
/** An interval is a setting of a program: it changes with a release, if ever. */
const KEEP_MS = 10 * 60_000;
/** Where there was too little to see, more may have come soon. */
const KEEP_GUESS_MS = 30_000;

interface Found {
  readonly intervals: UploadIntervals;
  readonly until: number;
}

/**
 * Finds upload intervals in the data, for it is written nowhere: by one small request a profile type and service, kept
 * for some minutes. Guesses the usual interval where there is no data.
 */
export class UploadIntervalFinder {
  private readonly found = new Map<string, Found>();
  private readonly empty: EmptySpans;
  private labelNames?: { readonly names: readonly string[]; readonly until: number };

  constructor(
    private readonly client: PyroscopeClient,
    private readonly now: () => number = Date.now
  ) {
    this.empty = new EmptySpans(now);
  }

  async find(
    profileTypeId: string,
    labelSelector: string,
    span: TimeSpan,
    signal: AbortSignal
  ): Promise<UploadIntervals> {
    const known = this.known(profileTypeId, labelSelector);
    if (known !== undefined) {
      return known;
    }
    const selector = withoutDetails(labelSelector);
    const key = `${profileTypeId}${selector}`;
    const seen = await this.seen(profileTypeId, selector, span, signal);
    if (seen === 'nothing') {
      // Another time span may have some, which must not be taken for empty.
      this.found.set(key, { intervals: guess, until: this.now() + KEEP_GUESS_MS });
      this.empty.add(key, span);
      return { ...guess, isEmpty: true };
    }
    const intervals = intervalsOf(seen);
    this.found.set(key, {
      intervals: intervals ?? guess,
      until: this.now() + (intervals === undefined ? KEEP_GUESS_MS : KEEP_MS),
    });
    return intervals ?? guess;
  }

  /** What was found and still holds; nothing is asked. */
  known(profileTypeId: string, labelSelector: string): UploadIntervals | undefined {
    const found = this.found.get(`${profileTypeId}${withoutDetails(labelSelector)}`);
    return found !== undefined && found.until > this.now() ? found.intervals : undefined;
  }

  /** A backend that cannot answer the probe may still answer the question itself, and if not, that says why. */
  private async seen(
    profileTypeId: string,
    labelSelector: string,
    span: TimeSpan,
    signal: AbortSignal
  ): Promise<SeriesColumns[] | 'nothing'> {
    try {
      return await this.probe(profileTypeId, labelSelector, span, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (problemOf(error).kind === 'unreachable') {
        throw error;
      }
      return [];
    }
  }

  /**
   * The end of the span first, for it is where services most likely run. If nothing was there, one look at the whole
   * span tells whether and where there is something; unless the rest of it was empty a while ago.
   */
  private async probe(
    profileTypeId: string,
    labelSelector: string,
    span: TimeSpan,
    signal: AbortSignal
  ): Promise<SeriesColumns[] | 'nothing'> {
    const groupBy = await this.allLabelNames(span, signal);
    const look = (end: number) =>
      this.client.selectSeries(
        { profileTypeId, labelSelector, ...windowOf(end), stepSeconds: PROBE_STEP, groupBy, limit: MOST_SERIES },
        signal
      );
    const atEnd = await look(span.to);
    if (tellsInterval(atEnd)) {
      return atEnd;
    }
    const { from: lookedFrom } = windowOf(span.to);
    const isSeen =
      span.to - span.from <= WINDOW_MS ||
      this.empty.has(`${profileTypeId}${labelSelector}`, { ...span, to: lookedFrom });
    if (isSeen) {
      return atEnd.length === 0 ? 'nothing' : [];
    }
    const { first, last, step } = stepGrid(span, lookStep(span));
    const stepSeconds = millisecondsToSeconds(step);
    const whole = await this.client.selectSeries(
      { profileTypeId, labelSelector, from: first, to: last, stepSeconds, groupBy: [] },
      signal
    );
    const times = whole.flatMap(({ timestamps }) => Array.from(timestamps));
    if (times.length === 0) {
      return atEnd.length === 0 ? 'nothing' : [];
    }
    // In a step with another after it, something runs until its end.
    const running = times.findLast((time, at) => times[at + 1] === time + step);
    const found = await look(Math.min(running ?? times[times.length - 1], span.to));
    return tellsInterval(found) ? found : [];
  }

  /** Grouped by all labels there are, a series is one process, or the part of one that has some label. */
  private async allLabelNames(span: TimeSpan, signal: AbortSignal): Promise<readonly string[]> {
    if (this.labelNames === undefined || this.labelNames.until <= this.now()) {
      const names = await this.client.labelNames({ matchers: [], span: endOf(span) }, signal);
      // Where nothing was received, there are no labels; but there may be in the next range.
      this.labelNames = { names, until: this.now() + (names.length > 0 ? KEEP_MS : 0) };
    }
    return this.labelNames.names;
  }
}

const guess: UploadIntervals = { longest: USUAL_UPLOAD_INTERVAL, byService: new Map() };

/**
 * How often a process uploads is the same for all that it sends of a type, so where the selector names services, the
 * rest of it does not count, and panels that differ in that need one answer between them.
 */
function withoutDetails(labelSelector: string): string {
  const parsed = parseLabelSelector(labelSelector);
  if (!parsed.ok) {
    return labelSelector;
  }
  const services = parsed.matchers.filter(({ name, op }) => name === SERVICE_LABEL && (op === '=' || op === '=~'));
  return formatLabelSelector(services.length > 0 ? services : parsed.matchers);
}

/** Labels hardly change, so the last hour is enough, and is within what any backend allows. */
function endOf({ from, to }: TimeSpan): TimeSpan {
  return { from: epochMs(Math.max(from, to - LABELS_MS)), to };
}

function windowOf(end: number): TimeSpan {
  const whole = Math.ceil(end / 1000) * 1000;
  return { from: epochMs(whole - WINDOW_MS), to: epochMs(whole) };
}

/** As long as what is looked at closely, unless that took too many. */
function lookStep({ from, to }: TimeSpan): Milliseconds {
  return milliseconds(WINDOW_MS * Math.max(1, Math.ceil((to - from) / WINDOW_MS / MOST_LOOKS)));
}

function tellsInterval(series: readonly SeriesColumns[]): boolean {
  return series.some(({ timestamps }) => timestamps.length > 2);
}

function intervalsOf(series: readonly SeriesColumns[]): UploadIntervals | undefined {
  const timesByService = new Map<string, Float64Array[]>();
  for (const { labels, timestamps } of series) {
    const service = serviceOf(labels);
    timesByService.set(service, [...(timesByService.get(service) ?? []), timestamps]);
  }
  const byService = new Map<string, Milliseconds>();
  for (const [service, times] of timesByService) {
    const interval = estimateUploadInterval(times);
    if (interval !== undefined) {
      byService.set(service, interval);
    }
  }
  if (byService.size === 0) {
    return undefined;
  }
  const longest = milliseconds(Math.max(...byService.values()));
  const alike = [...byService.values()].every((interval) => interval === longest);
  return { longest, byService: alike ? new Map() : byService };
}

export function serviceOf(labels: readonly Label[]): string {
  return labels.find(({ name }) => name === SERVICE_LABEL)?.value ?? '';
}
