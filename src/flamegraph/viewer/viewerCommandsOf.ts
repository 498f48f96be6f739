import type { KeyboardEvent, RefObject } from 'react';
import type { FlameGraphState } from '../view/flameGraphState';
import { commandChange, type CommandGround } from './commandChange';
import { isTyping } from './isTyping';
import { type ActionCommand, commandOfKey, isAboutFunction, isAction, type ViewerCommand } from './viewerCommands';

export interface ViewerCommands {
  readonly run: (command: ViewerCommand) => void;
  /** For the element that holds the viewer. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface CommandPlaces {
  readonly root: RefObject<HTMLElement | null>;
  /** Full name of the function that the keyboard is on, where that is not the chosen one. */
  readonly walkedTo: (event: KeyboardEvent) => string | undefined;
  /** A menu of ours is open: what is pressed in it, which stands elsewhere in the page, is meant for the viewer. */
  readonly isMenuOpen: boolean;
  /** Keys are somebody else's. */
  readonly isBlocked: boolean;
  /** Called after a key had something done. */
  readonly onKeyDone: () => void;
}

/**
 * What menus and keys have the viewer do. `groundOf`, `actionsOf`: of a function that is chosen for it, or of the one
 * that is chosen already.
 */
export function viewerCommandsOf(
  groundOf: (name?: string) => CommandGround,
  change: (part: Partial<FlameGraphState>) => void,
  actionsOf: (name?: string) => Readonly<Record<ActionCommand, () => void>>,
  { root, walkedTo, isMenuOpen, isBlocked, onKeyDone }: CommandPlaces
): ViewerCommands {
  const runOn = (command: ViewerCommand, name?: string) => {
    if (isAction(command)) {
      actionsOf(name)[command]();
      return;
    }
    const part = commandChange(command, groundOf(name));
    if (part !== undefined) {
      change(part);
    }
  };
  return {
    run: (command) => runOn(command),
    onKeyDown(event) {
      const isInside = root.current?.contains(event.target as Node) === true;
      if (event.defaultPrevented || isTyping(event.target) || (!isInside && !isMenuOpen) || isBlocked) {
        return;
      }
      const command = commandOfKey(event);
      if (command !== undefined) {
        event.preventDefault();
        event.stopPropagation();
        const name = isAboutFunction(command) ? walkedTo(event) : undefined;
        if (name !== undefined) {
          change({ chosen: name });
        }
        runOn(command, name);
        onKeyDone();
      }
    },
  };
}
