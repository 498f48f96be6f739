import type { KeyboardEvent, RefObject } from 'react';
import type { Orientation } from '../layout/viewport';
import type { Step } from '../layout/walk';
import type { FlameCanvasHandle } from './FlameCanvas';

/** What keys do besides moving the picture. */
export interface FlameKeyActions {
  readonly onStep: (step: Step) => void;
  /** Enter: zooms into the current box, or opens it. */
  readonly onEnter: () => void;
  readonly onHome: () => void;
  readonly onSearch?: () => void;
  /** To the next match of the search, or back to the one before; absent while nothing is searched for. */
  readonly onMatch?: (direction: 1 | -1) => void;
  /** Goes back to the focus before; absent while there is none. */
  readonly onBack?: () => void;
  readonly onMenu?: () => void;
}

const STEPS: Readonly<Record<Orientation, Readonly<Record<string, Step>>>> = {
  'root-top': { ArrowUp: 'caller', ArrowDown: 'callee', ArrowLeft: 'previous', ArrowRight: 'next' },
  'root-bottom': { ArrowUp: 'callee', ArrowDown: 'caller', ArrowLeft: 'previous', ArrowRight: 'next' },
};

const ZOOM = 1.5;
/** CSS pixels of one press. */
const PAN = 160;

/**
 * The keyboard of a flame graph: arrows walk to where they point; Enter zooms; + and -, or Shift with arrows up and down,
 * zoom without changing the focus, Shift with arrows sideways pans, 0 shows the whole width again; Escape goes back;
 * / searches, n and N walk its matches. Other letters are the viewer's and Grafana's; keys with Ctrl, Cmd or Alt are
 * the browser's.
 */
export function flameKeyHandler(
  orientation: Orientation,
  canvas: RefObject<FlameCanvasHandle | null>,
  actions: FlameKeyActions
): (event: KeyboardEvent) => void {
  const run = commands(orientation, canvas, actions);
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const command = run(event);
    if (command !== undefined) {
      command();
      event.preventDefault();
      if (event.key === 'Escape') {
        event.stopPropagation();
      }
    }
  };
}

function commands(orientation: Orientation, canvas: RefObject<FlameCanvasHandle | null>, actions: FlameKeyActions) {
  return ({ key, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    const step = STEPS[orientation][key];
    if (step !== undefined && !shiftKey) {
      return () => actions.onStep(step);
    }
    switch (key) {
      case 'Enter':
      case ' ':
        return actions.onEnter;
      case 'Home':
        return actions.onHome;
      case '/':
        return actions.onSearch;
      case 'n':
      case 'N':
        return actions.onMatch && (() => actions.onMatch?.(key === 'n' ? 1 : -1));
      case '+':
      case '=':
      case 'ArrowUp':
        return () => canvas.current?.zoom(ZOOM, undefined, true);
      case '-':
      case 'ArrowDown':
        return () => canvas.current?.zoom(1 / ZOOM, undefined, true);
      case 'ArrowLeft':
        return () => canvas.current?.pan(-PAN, 0, true);
      case 'ArrowRight':
        return () => canvas.current?.pan(PAN, 0, true);
      case '0':
        return canvas.current?.isZoomed() ? () => canvas.current?.reset() : undefined;
      case 'Escape':
        return canvas.current?.isZoomed() ? () => canvas.current?.reset() : actions.onBack;
      case 'ContextMenu':
        return actions.onMenu;
      case 'F10':
        return shiftKey ? actions.onMenu : undefined;
      default:
        return undefined;
    }
  };
}
