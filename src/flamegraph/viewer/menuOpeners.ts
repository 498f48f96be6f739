import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { isCut } from '../../profile/cuts';
import { targetOfFunction, targetOfNode } from './menuTarget';
import type { ViewerTree } from './useViewerTree';
import type { MenuPlace } from './ViewerBody';
import type { MenuTarget } from './ViewerMenu';
import type { ViewerLink } from './viewerQuestions';

interface MenuGround {
  /** Without filters. */
  readonly tree: CallTree;
  /** Undefined: it is not known yet what the filters leave. */
  readonly seen: ViewerTree | undefined;
  readonly format: (value: number) => string;
  readonly linksOf: ((name: string, path: readonly string[] | undefined) => readonly ViewerLink[]) | undefined;
  /** Chooses the function, and opens its menu. */
  readonly open: (target: MenuTarget, at: MenuPlace) => void;
}

/** Open the menu of a box, or of a function. Boxes that stand for cut functions, and the root, have none. */
export function menuOpeners({ tree, seen, format, linksOf, open }: MenuGround) {
  const linksTo = (name: string, path?: readonly string[]) => linksOf?.(name, path) ?? [];
  return {
    openNodeMenu: (node: NodeIndex, at: MenuPlace): void => {
      if (seen !== undefined && node !== ROOT && !isCut(seen.shown, node)) {
        open(targetOfNode(seen.shown, node, format, linksTo), at);
      }
    },
    openFunctionMenu: (name: string, at: MenuPlace): void => {
      open(targetOfFunction(seen?.filtered.tree ?? tree, name, format, linksTo), at);
    },
  };
}
