import type { TimeZone } from '@grafana/data';
import { epochMs } from '../base/units';
import { describeProfileType } from '../catalogue/describeProfileType';
import type { ProfileQuestion } from '../profile/profileSource';
import { formatSpan } from './numberFormats';

/**
 * What a comparison compares, as far as its sides differ:
 * "13:00:00 – 14:00:00 (baseline) compared with 14:00:00 – 15:00:00."
 */
export function comparedText(baseline: ProfileQuestion, compared: ProfileQuestion, timeZone: TimeZone): string {
  const hasOtherType = baseline.profileTypeId !== compared.profileTypeId;
  const hasOtherSelector = baseline.labelSelector !== compared.labelSelector;
  const hasOtherTime = baseline.from !== compared.from || baseline.to !== compared.to;
  // A day earlier it is the same time of the day.
  const both = {
    from: epochMs(Math.min(baseline.from, compared.from)),
    to: epochMs(Math.max(baseline.to, compared.to)),
  };
  const words = (side: ProfileQuestion) =>
    [
      hasOtherType && describeProfileType(side.profileTypeId).label,
      hasOtherSelector && side.labelSelector,
      hasOtherTime && formatSpan(side, timeZone, both),
    ]
      .filter((part) => part !== false)
      .join(' ');
  return hasOtherType || hasOtherSelector || hasOtherTime
    ? `${words(baseline)} (baseline) compared with ${words(compared)}.`
    : 'Both sides of this comparison are the same.';
}
