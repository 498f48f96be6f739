import { useRef, type KeyboardEvent } from 'react';

export interface RunKey {
  /** True where what changes now is run by the key that is being pressed, and has not to be run besides. */
  readonly runsChange: () => boolean;
  /** For the element around all fields. */
  readonly handlers: {
    readonly onKeyDownCapture: (event: KeyboardEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

/**
 * Runs the query with Shift+Enter, once, in every field: after the field has told what is in it, and not where the
 * field runs the query itself, which it says by preventing the default.
 */
export function useRunKey(onRunQuery: () => void): RunKey {
  const pressed = useRef<{ changed: boolean } | undefined>(undefined);
  const isRunKey = ({ key, shiftKey }: KeyboardEvent) => key === 'Enter' && shiftKey;
  return {
    runsChange: () => {
      if (pressed.current !== undefined) {
        pressed.current.changed = true;
      }
      return pressed.current !== undefined;
    },
    handlers: {
      onKeyDownCapture: (event) => {
        if (isRunKey(event)) {
          pressed.current = { changed: false };
          // Where some field keeps the key to itself, the next change is an ordinary one again.
          setTimeout(() => (pressed.current = undefined));
        }
      },
      onKeyDown: (event) => {
        if (isRunKey(event)) {
          const changed = pressed.current?.changed === true;
          pressed.current = undefined;
          if (changed || !event.isDefaultPrevented()) {
            onRunQuery();
          }
        }
      },
    },
  };
}
