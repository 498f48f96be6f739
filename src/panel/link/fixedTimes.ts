import { rangeUtil, type RawTimeRange, type TimeRange } from '@grafana/data';
import { explorePanes, isObject } from './explorePanes';

/** Parameters of an address, as `locationService` gives and takes them. */
type Parameters = Readonly<Record<string, unknown>>;

/**
 * The same address with times that stay what they are: "now" becomes the moment that it is, or was when what is seen
 * was asked for. In Explore each pane has times of its own.
 *
 * @param seen what the panel covers; the page's own times may be others
 */
export function withFixedTimes(parameters: Parameters, seen: TimeRange): Parameters {
  const panes = explorePanes(parameters.panes);
  if (panes !== undefined) {
    const fixed = Object.entries(panes).map(([id, pane]) => [
      id,
      isObject(pane) && isObject(pane.range) ? { ...pane, range: fixedTimes(pane.range, seen) } : pane,
    ]);
    return { ...parameters, panes: JSON.stringify(Object.fromEntries(fixed)) };
  }
  return { ...parameters, ...fixedTimes(parameters, seen) };
}

function fixedTimes(times: Readonly<Record<string, unknown>>, seen: TimeRange): { from: string; to: string } {
  const raw: RawTimeRange = {
    from: typeof times.from === 'string' ? times.from : seen.raw.from,
    to: typeof times.to === 'string' ? times.to : seen.raw.to,
  };
  const isSeen = raw.from === seen.raw.from && raw.to === seen.raw.to;
  const { from, to } = isSeen ? seen : rangeUtil.convertRawToRange(raw);
  return {
    from: isMoment(raw.from) && !isSeen ? raw.from : String(from.valueOf()),
    to: isMoment(raw.to) && !isSeen ? raw.to : String(to.valueOf()),
  };
}

/** Whether a time of an address is one already: milliseconds, or a date. */
function isMoment(time: RawTimeRange['from']): time is string {
  return typeof time === 'string' && !time.includes('now');
}
