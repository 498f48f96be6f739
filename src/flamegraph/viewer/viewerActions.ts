import type { RefObject } from 'react';
import { copyText } from './giveOut';
import type { ViewerParts } from './useViewerParts';
import type { ViewerState } from './useViewerState';
import type { MenuPlace } from './ViewerBody';
import type { ActionCommand } from './viewerCommands';

interface ActionGround {
  readonly root: RefObject<HTMLElement | null>;
  readonly viewer: ViewerState;
  readonly parts: ViewerParts;
  /** Full name of the chosen function. */
  readonly chosen: string | undefined;
  readonly areDetailsOpen: boolean;
  readonly showDetails: (areOpen: boolean) => void;
  /** Where the source of a function can be read. */
  readonly sourceOf: (name: string) => string | undefined;
  readonly openFunctionMenu: (name: string, at: MenuPlace) => void;
}

/** What commands do that change nothing of the state. */
export function viewerActions(ground: ActionGround): Readonly<Record<ActionCommand, () => void>> {
  const { root, viewer, parts, chosen, areDetailsOpen, showDetails, sourceOf, openFunctionMenu } = ground;
  return {
    undo: () => viewer.undo?.(),
    redo: () => viewer.redo?.(),
    keys: () => parts.setAreKeysOpen(true),
    search: () => {
      const field = root.current?.querySelector<HTMLInputElement>('[role="search"] input');
      field?.focus();
      field?.select();
    },
    legend: parts.toggleLegend,
    'add-filter': () => parts.setIsFormOpen(true),
    // Of a menu's function they open, whatever they show; by key they close again.
    details: () => showDetails(parts.menu !== undefined || !areDetailsOpen || chosen === undefined),
    'copy-name': () => chosen !== undefined && copyText('Name', chosen),
    'open-source': () => {
      const address = chosen === undefined ? undefined : sourceOf(chosen);
      if (address !== undefined) {
        window.open(address, '_blank', 'noopener');
      }
    },
    menu: () => {
      const box = root.current?.getBoundingClientRect();
      if (chosen !== undefined && box !== undefined) {
        openFunctionMenu(chosen, { x: box.left + box.width / 3, y: box.top + box.height / 3 });
      }
    },
  };
}
