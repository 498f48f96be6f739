import type { KeyboardEvent, RefObject } from 'react';
import type { FlameGraphState } from '../view/flameGraphState';
import { commandChange, type CommandGround } from './commandChange';
import { isTyping } from './isTyping';
import { type ActionCommand, commandOfKey, isAction, type ViewerCommand } from './viewerCommands';

interface ViewerCommands {
  readonly run: (command: ViewerCommand) => void;
  /** For the element that holds the viewer. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface CommandPlaces {
  readonly root: RefObject<HTMLElement | null>;
  /** A menu of ours is open: what is pressed in it, which stands elsewhere in the page, is meant for the viewer. */
  readonly isMenuOpen: boolean;
  /** Keys are somebody else's. */
  readonly isBlocked: boolean;
  /** Called after a key had something done. */
  readonly onKeyDone: () => void;
}

/** What menus and keys have the viewer do. */
export function viewerCommandsOf(
  ground: CommandGround,
  change: (part: Partial<FlameGraphState>) => void,
  actions: Readonly<Record<ActionCommand, () => void>>,
  { root, isMenuOpen, isBlocked, onKeyDone }: CommandPlaces
): ViewerCommands {
  const run = (command: ViewerCommand) => {
    if (isAction(command)) {
      actions[command]();
      return;
    }
    const part = commandChange(command, ground);
    if (part !== undefined) {
      change(part);
    }
  };
  return {
    run,
    onKeyDown(event) {
      const isInside = root.current?.contains(event.target as Node) === true;
      if (event.defaultPrevented || isTyping(event.target) || (!isInside && !isMenuOpen) || isBlocked) {
        return;
      }
      const command = commandOfKey(event);
      if (command !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        run(command);
        onKeyDone();
      }
    },
  };
}
