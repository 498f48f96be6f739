import { useState } from 'react';
import { useLegend } from './useLegend';
import type { MenuPlace } from './ViewerBody';
import type { MenuTarget } from './ViewerMenu';

export interface OpenMenu extends MenuPlace {
  readonly target: MenuTarget;
}

/** What opens and closes around a profile's picture. */
export interface ViewerParts {
  /** Undefined: it is closed. */
  readonly menu: OpenMenu | undefined;
  readonly setMenu: (menu: OpenMenu | undefined) => void;
  readonly isFormOpen: boolean;
  readonly setIsFormOpen: (isOpen: boolean) => void;
  readonly isLegendOpen: boolean;
  readonly toggleLegend: () => void;
  readonly areKeysOpen: boolean;
  readonly setAreKeysOpen: (areOpen: boolean) => void;
  /** Goes up whenever a function is to be followed over time, which its details do; 0 once they were closed. */
  readonly overTimeRequests: number;
  readonly setOverTimeRequests: (requests: number) => void;
}

/** `showLegend`: whether the legend is open until the user chooses. */
export function useViewerParts(showLegend: boolean): ViewerParts {
  const [menu, setMenu] = useState<OpenMenu>();
  const [isFormOpen, setIsFormOpen] = useState(false);
  const { isLegendOpen, setIsLegendOpen } = useLegend(showLegend);
  const [areKeysOpen, setAreKeysOpen] = useState(false);
  const [overTimeRequests, setOverTimeRequests] = useState(0);
  return {
    menu,
    setMenu,
    isFormOpen,
    setIsFormOpen,
    isLegendOpen,
    toggleLegend: () => setIsLegendOpen(!isLegendOpen),
    areKeysOpen,
    setAreKeysOpen,
    overTimeRequests,
    setOverTimeRequests,
  };
}
