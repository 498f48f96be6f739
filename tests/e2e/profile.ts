import type { Locator, Page } from '@playwright/test';

/** What our panel is to somebody who cannot see it: how these stories find their way in it. */
export function profileIn(place: Locator | Page) {
  return {
    flameGraph: place.getByRole('tree', { name: 'Flame graph' }),
    /** The one node that is spoken at a time. */
    currentNode: place.getByRole('treeitem'),
    timeline: place.getByRole('application'),
    selectedRange: place.getByRole('group', { name: 'Selected range' }),
    search: place.getByRole('textbox', { name: 'Search functions' }),
  };
}
