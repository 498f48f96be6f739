import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { epochMs, type TimeSpan } from '../base/units';
import { adoptLabel } from './adoptLabel';
import { explorePanes, paneAsking, withPaneRange, type AskedInPane } from './link/explorePanes';

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
 * @param asked by the query whose answer is shown
 */
export function timeRangeSetter(
  app: string | undefined,
  onChangeTimeRange: PanelProps['onChangeTimeRange'],
  asked: Partial<AskedInPane>
): TimeRangeSetter | undefined {
  const label = adoptLabel(app);
  if (label !== undefined) {
    return { label, set: onChangeTimeRange };
  }
  const { uid } = asked;
  const withRange = (range: TimeSpan) => (uid === undefined ? undefined : panesWith({ ...asked, uid }, range));
  return withRange(NEVER) === undefined
    ? undefined
    : {
        label: 'Make it the time range',
        set(range) {
          const panes = withRange(range);
          // The pane may have been closed meanwhile.
          if (panes !== undefined) {
            locationService.partial({ panes });
          }
        },
      };
}

/** To see whether there is a pane. */
const NEVER: TimeSpan = { from: epochMs(0), to: epochMs(0) };

/** Explore's panes with a range in the one that asks a data source, as they are now. */
function panesWith(asked: AskedInPane, { from, to }: TimeSpan): string | undefined {
  const panes = explorePanes(locationService.getSearch().get('panes'));
  const id = panes && paneAsking(panes, asked);
  return panes === undefined || id === undefined
    ? undefined
    : withPaneRange(panes, id, { from: String(from), to: String(to) });
}
