import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { epochMs, type TimeSpan } from '../base/units';
import { adoptLabel } from './adoptLabel';
import { explorePanes, paneAsking, withPaneRange } from './link/explorePanes';

/** How a selection becomes the time range of everything around. */
export interface TimeRangeSetter {
  /** What the button for it is called. */
  readonly label: string;
  readonly set: (range: TimeSpan) => void;
}

/**
 * Undefined where a panel cannot set the time range. Explore gives panels neither a context nor a way to, but goes by
 * the range in its address.
 *
 * @param app of the panel's context
 * @param uid of the data source that is asked
 */
export function timeRangeSetter(
  app: string | undefined,
  onChangeTimeRange: PanelProps['onChangeTimeRange'],
  uid: string | undefined
): TimeRangeSetter | undefined {
  const label = adoptLabel(app);
  if (label !== undefined) {
    return { label, set: onChangeTimeRange };
  }
  const withRange = (range: TimeSpan) => (uid === undefined ? undefined : panesWith(uid, range));
  return withRange(NEVER) === undefined
    ? undefined
    : { label: 'Make it the time range', set: (range) => locationService.partial({ panes: withRange(range) }) };
}

/** To see whether there is a pane. */
const NEVER: TimeSpan = { from: epochMs(0), to: epochMs(0) };

/** Explore's panes with a range in the one that asks a data source, as they are now. */
function panesWith(uid: string, { from, to }: TimeSpan): string | undefined {
  const panes = explorePanes(locationService.getSearch().get('panes'));
  const id = panes && paneAsking(panes, uid);
  return panes === undefined || id === undefined
    ? undefined
    : withPaneRange(panes, id, { from: String(from), to: String(to) });
}
