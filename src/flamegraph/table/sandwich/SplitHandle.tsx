import { css } from '@emotion/css';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export const SPLIT_HANDLE_HEIGHT = 8;

/** CSS pixels that a key moves it. */
const STEP = 20;
const LARGE_STEP = 100;

interface SplitHandleProps {
  /** What stands above it. */
  readonly label: string;
  /** CSS pixels of what stands above, and the most that it can have. */
  readonly above: number;
  readonly room: number;
  /** While it is dragged; undefined: it was let go of, or given up. */
  readonly onDrag: (above: number | undefined) => void;
  /** A new place; undefined: where it would be by itself. */
  readonly onMove: (above: number | undefined) => void;
}

/**
 * The edge between an upper and a lower part, to be dragged or moved by keys; a double click or Enter lets it find its
 * place by itself. As the window splitter of the WAI-ARIA authoring practices.
 */
export function SplitHandle({ label, above, room, onDrag, onMove }: SplitHandleProps) {
  const styles = useStyles2(getStyles);
  /** Where the pointer and the edge were when it was taken, and where the edge is. */
  const held = useRef<{ readonly y: number; readonly above: number; now: number }>(undefined);
  const within = (place: number) => Math.max(0, Math.min(room, Math.round(place)));
  const letGo = (isMove: boolean) => {
    const { current } = held;
    held.current = undefined;
    if (current !== undefined) {
      onDrag(undefined);
      if (isMove && current.now !== current.above) {
        onMove(current.now);
      }
    }
  };
  const onPointerMove = ({ clientY }: PointerEvent) => {
    if (held.current !== undefined) {
      held.current.now = within(held.current.above + clientY - held.current.y);
      onDrag(held.current.now);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number | undefined>> = {
      ArrowUp: above - STEP,
      ArrowDown: above + STEP,
      PageUp: above - LARGE_STEP,
      PageDown: above + LARGE_STEP,
      Home: 0,
      End: room,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      onMove(within(next));
    } else if (event.key === 'Enter') {
      onMove(undefined);
    } else if (event.key === 'Escape' && held.current !== undefined) {
      letGo(false);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={room === 0 ? 0 : Math.round((100 * above) / room)}
      title="Drag to share the height; double click for what fits"
      className={styles.handle}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button === 0) {
          held.current = { y: event.clientY, above, now: above };
          event.currentTarget.setPointerCapture(event.pointerId);
        }
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => letGo(true)}
      onPointerCancel={() => letGo(false)}
      onDoubleClick={() => onMove(undefined)}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // As the handles between Grafana's own panes: a short bar, and a line along the edge under the pointer.
  handle: css({
    position: 'relative',
    height: SPLIT_HANDLE_HEIGHT,
    cursor: 'row-resize',
    touchAction: 'none',
    outline: 'none',
    '&::before': {
      content: '""',
      position: 'absolute',
      top: 3,
      left: 0,
      right: 0,
      height: 2,
      background: 'transparent',
    },
    '&::after': {
      content: '""',
      position: 'absolute',
      top: 2,
      left: 'calc(50% - 24px)',
      width: 48,
      height: 4,
      borderRadius: 2,
      background: theme.colors.border.strong,
    },
    '&:hover::before, &:active::before, &:focus-visible::before': { background: theme.colors.primary.main },
    '&:hover::after, &:active::after, &:focus-visible::after': { background: theme.colors.primary.main },
  }),
});
