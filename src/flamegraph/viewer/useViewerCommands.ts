import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CallTree } from '../../profile/callTree';
import { schemeOf } from '../layout/boxColours';
import type { ElementRef } from '../view/elementRef';
import type { ColourScheme, FlameGraphState, ProfileViewKind } from '../view/flameGraphState';
import { functionFacts } from './functionFacts';
import type { FunctionSource } from './useFunctionSource';
import type { ViewerParts } from './useViewerParts';
import type { ViewerState } from './useViewerState';
import type { MenuPlace } from './ViewerBody';
import { viewerActions } from './viewerActions';
import { type ViewerCommands, viewerCommandsOf } from './viewerCommandsOf';

interface CommandContext {
  readonly root: ElementRef<HTMLElement>;
  /** Without filters: all functions that there are to choose. */
  readonly tree: CallTree;
  /** What is drawn, and how. */
  readonly shown: CallTree;
  readonly drawn: FlameGraphState;
  readonly state: FlameGraphState;
  readonly viewer: ViewerState;
  readonly parts: ViewerParts;
  readonly view: ProfileViewKind;
  readonly offeredViews: readonly ProfileViewKind[];
  readonly offeredColours: readonly ColourScheme[];
  readonly source: FunctionSource | undefined;
  readonly openFunctionMenu: (name: string, at: MenuPlace) => void;
}

interface ViewerCommandsOfContext extends ViewerCommands {
  /** To be told where the keyboard walks in a flame graph; undefined: it does no longer. */
  readonly onWalk: (name: string | undefined) => void;
  readonly showDetails: (areOpen: boolean) => void;
  /** Where the source of a function can be read. */
  readonly sourceOf: (name: string) => string | undefined;
}

/** What menus and keys have the viewer do, keys in a flame graph with the box that the keyboard has walked to. */
export function useViewerCommands(context: CommandContext): ViewerCommandsOfContext {
  const { root, tree, state, viewer, parts, view, source, openFunctionMenu } = context;
  const { change } = viewer;
  const walked = useRef<string>(undefined);
  // Another view, or what is chosen elsewhere, is where the keyboard has not walked yet.
  useEffect(() => {
    walked.current = undefined;
  }, [view, state.chosen]);
  const showDetails = (areOpen: boolean) => {
    change({ areDetailsOpen: areOpen ? true : undefined });
    parts.setOverTimeRequests(areOpen ? parts.overTimeRequests : 0);
  };
  const sourceOf = (name: string) => {
    const facts = functionFacts(tree, name);
    return facts === undefined || facts.file === '' ? undefined : source?.(facts.file, facts.line);
  };
  const { run, onKeyDown } = viewerCommandsOf(
    (name = state.chosen) => ({
      state: name === undefined ? state : { ...state, chosen: name },
      chosen: name === undefined ? undefined : functionFacts(tree, name),
      offeredViews: context.offeredViews,
      colours: schemeOf(context.shown, context.drawn.colours),
      offeredColours: context.offeredColours,
      isComparison: tree.right !== undefined,
    }),
    change,
    (name = state.chosen) =>
      viewerActions({
        ...{ root, viewer, parts, showDetails, sourceOf, openFunctionMenu },
        chosen: name,
        // Of another function than they are of, they open.
        areDetailsOpen: state.areDetailsOpen === true && name === state.chosen,
      }),
    {
      root,
      walkedTo: ({ target }: KeyboardEvent) =>
        target instanceof Element && target.closest('[role="tree"]') !== null ? walked.current : undefined,
      isMenuOpen: parts.menu !== undefined,
      isBlocked: parts.areKeysOpen,
      onKeyDone: () => parts.setMenu(undefined),
    }
  );
  return {
    run,
    onKeyDown,
    onWalk: (name) => {
      walked.current = name;
    },
    showDetails,
    sourceOf,
  };
}
