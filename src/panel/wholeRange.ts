import { isDateTime, rangeUtil, type TimeRange } from '@grafana/data';
import { epochMs, type TimeSpan } from '../base/units';

export function spanOfRange({ from, to }: TimeRange): TimeSpan {
  return { from: epochMs(from.valueOf()), to: epochMs(to.valueOf()) };
}

/** What a selection is a part of, in words: "the last hour", "today", "the whole range". */
export function nameOfRange({ raw }: TimeRange): string {
  if (isDateTime(raw.from) || isDateTime(raw.to)) {
    return 'the whole range';
  }
  const name = rangeUtil.describeTimeRange(raw);
  const last = /^Last (?:1 )?(.+)$/.exec(name);
  if (last !== null) {
    return `the last ${last[1]}`;
  }
  return /^[A-Z][a-z ]+$/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : 'the whole range';
}
