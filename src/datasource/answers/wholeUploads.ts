import { epochMs, type TimeSpan } from '../../base/units';
import { durationText } from '../../pyroscope/durationText';
import type { ReadyQuery } from '../queries/readyQuery';
import type { Asked } from './asked';

/** Nobody is known to upload less often than this and to be asked about less. */
const SHORT_MS = 60_000;

/**
 * A range that is shorter than what one profile covers, as a link from a span of a trace has it, holds the time of a
 * profile only by luck, and what was profiled in it is in profiles that begin before it or end after it. So it is taken
 * to be an upload interval longer on both sides, and the answer says so.
 */
export async function overWholeUploads(
  { finder }: Pick<Asked, 'finder'>,
  { profileTypeId, labelSelector }: Pick<ReadyQuery, 'profileTypeId' | 'labelSelector'>,
  span: TimeSpan,
  signal: AbortSignal
): Promise<{ readonly span: TimeSpan; readonly notice?: string }> {
  const length = span.to - span.from;
  if (length >= SHORT_MS) {
    return { span };
  }
  const { longest } = await finder.find(profileTypeId, labelSelector, span, signal);
  if (length >= longest) {
    return { span };
  }
  const before = durationText(longest);
  return {
    span: { from: epochMs(span.from - longest), to: epochMs(span.to + longest) },
    notice: `The time range is shorter than what one profile covers (${before}): shown is what was profiled from ${before} before it to ${before} after it.`,
  };
}
