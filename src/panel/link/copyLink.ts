import { AppEvents, type TimeRange, urlUtil } from '@grafana/data';
import { getAppEvents, locationService } from '@grafana/runtime';
import { withFixedTimes } from './fixedTimes';
import type { LinkText } from './linkText';
import { allSeen } from './seenPanels';

/** Of a whole address, in characters: what servers and proxies take in their usual settings is 8,192 bytes. */
export const LONGEST_ADDRESS = 8000;

interface LinkedPanel {
  /** Its parameter of the address; absent: somebody else keeps its link there. */
  readonly parameter?: string;
  readonly seen: LinkText;
  readonly timeRange: TimeRange;
}

/**
 * Puts what is seen of all panels into the page's address and, with the times as they are now, on the clipboard. The
 * user is told of what has no room, the panel that was asked comes first.
 */
export async function copyLink(panel: LinkedPanel): Promise<void> {
  const { address, parameters, leftOut } = linkedAddress(panel);
  locationService.partial(parameters, true);
  const words = leftOut.length === 0 ? [] : [`There is no room in an address for ${leftOut.join(', ')}.`];
  if (await isCopied(address)) {
    tell(leftOut.length === 0 ? AppEvents.alertSuccess : AppEvents.alertWarning, 'Link copied', ...words);
  } else {
    tell(AppEvents.alertWarning, "The link is the page's address", 'The browser lets the page copy nothing.', ...words);
  }
}

function linkedAddress({ parameter, seen, timeRange }: LinkedPanel) {
  const { origin, pathname } = window.location;
  const addressOf = (search: object) =>
    `${origin}${pathname}?${urlUtil.toUrlParams(withFixedTimes({ ...search }, timeRange))}`;
  const panels = allSeen(parameter);
  const parameters: Record<string, string | null> = Object.fromEntries(panels.map(([name]) => [name, null]));
  const { ...search } = locationService.getSearchObject();
  panels.forEach(([name]) => delete search[name]);
  const leftOut = [...seen.leftOut];
  let others = 0;
  for (const [name, { text }] of panels) {
    if (text !== '') {
      if (addressOf({ ...search, [name]: text }).length <= LONGEST_ADDRESS) {
        search[name] = parameters[name] = text;
      } else if (name === parameter) {
        leftOut.splice(0, leftOut.length, 'what is seen of this panel');
      } else {
        others++;
      }
    }
  }
  if (others > 0) {
    leftOut.push(`what is seen of ${others === 1 ? 'another panel' : `${others} other panels`}`);
  }
  return { address: addressOf(search), parameters, leftOut };
}

async function isCopied(text: string): Promise<boolean> {
  const { clipboard }: { readonly clipboard?: Clipboard } = navigator;
  try {
    await clipboard?.writeText(text);
    return clipboard !== undefined;
  } catch {
    // The browser asks its user, or forbids it to pages in frames: the caller says so.
    return false;
  }
}

function tell({ name }: { readonly name: string }, ...payload: string[]): void {
  getAppEvents().publish({ type: name, payload });
}
