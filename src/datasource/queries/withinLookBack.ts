import { dateTimeFormat } from '@grafana/data';
import { ProblemError } from '../../base/problem';
import { epochMs, type Milliseconds, type TimeSpan } from '../../base/units';
import { durationText } from '../../pyroscope/durationText';
import { baselineSpan } from './readyBaseline';
import type { ReadyQuery } from './readyQuery';

/** No backend that is worth asking keeps less, so nobody need know its limit for less. */
const SHORTEST_LOOK_BACK_MS = 12 * 3_600_000;
/** The limit moves on while a question is under way. The last week, on a backend that keeps one, lacks nothing to speak of. */
const MARGIN_MS = 60_000;

/** A query over no more than the backend looks back. */
export interface ReachableQuery {
  readonly query: ReadyQuery;
  readonly span: TimeSpan;
  /** What the answer lacks, in words; absent where it lacks nothing. */
  readonly notice?: string;
}

interface Look {
  readonly now: number;
  /** Of the dashboard, for times in sentences. */
  readonly timeZone: string;
}

/** The earliest that is asked about, where it begins so long ago that a look-back limit may matter. */
export function farBack({ baseline }: ReadyQuery, span: TimeSpan, now: number): TimeSpan | undefined {
  const other = baseline === undefined ? span : baselineSpan(baseline, span);
  const earliest = other.from < span.from ? other : span;
  return earliest.from < now - SHORTEST_LOOK_BACK_MS ? earliest : undefined;
}

/**
 * The query over what a backend answers: it leaves out what lies before its look-back limit without a word, and most of
 * the parts that a long range is asked in would be for nothing.
 *
 * @throws ProblemError `bad-range` where all of the range, or of the baseline's, lies before it
 */
export function withinLookBack(query: ReadyQuery, span: TimeSpan, lookBack: Milliseconds, look: Look): ReachableQuery {
  const clip = clipTo(look.now - lookBack + MARGIN_MS, lookBack, look.timeZone);
  const own = clip(span, 'The time range');
  if (query.baseline === undefined) {
    return { query, ...own };
  }
  const { shift: _, ...baseline } = query.baseline;
  const other = clip(baselineSpan(query.baseline, span), 'The baseline');
  const notices = [own.notice, other.notice].filter((notice) => notice !== undefined);
  return {
    query: { ...query, baseline: { ...baseline, range: other.span } },
    span: own.span,
    ...(notices.length === 0 ? {} : { notice: notices.join(' ') }),
  };
}

function clipTo(earliest: number, lookBack: Milliseconds, timeZone: string) {
  const since = dateTimeFormat(earliest, { timeZone, format: 'YYYY-MM-DD HH:mm' });
  const limit = `the backend looks back no further than ${durationText(lookBack)}`;
  return ({ from, to }: TimeSpan, what: string): { readonly span: TimeSpan; readonly notice?: string } => {
    if (to <= earliest) {
      throw new ProblemError({
        kind: 'bad-range',
        sentence: `${what} ends before ${since}, and ${limit}: choose a later one, or have the limit (max_query_lookback) raised.`,
      });
    }
    const isWhole = from >= earliest - 2 * MARGIN_MS;
    return isWhole
      ? { span: { from: epochMs(Math.max(from, earliest)), to } }
      : {
          span: { from: epochMs(earliest), to },
          notice: `${what} is answered from ${since} on only, as ${limit}: choose a later one, or have the limit (max_query_lookback) raised.`,
        };
  };
}
