import { useState, type KeyboardEvent } from 'react';
import type { TimeSpan } from '../../base/units';
import { nearestIndex } from '../layout/bisect';
import { snapSpan, spanBetween } from '../layout/brush';
import { stepOfSeries } from '../layout/stepOfSeries';
import type { StepGrid } from '../layout/timelineSeries';

/** Points that Page Up and Page Down jump over. */
const PAGE = 10;

interface KeyboardCursorArgs {
  /** Whose steps a selection consists of. */
  readonly grids: readonly StepGrid[];
  /** Moments, ascending, at which the cursor stops; asked for at the first key, because most timelines never see one. */
  readonly stops: () => Float64Array;
  readonly span: TimeSpan;
  readonly selection: TimeSpan | undefined;
  readonly onSelect: ((selection: TimeSpan | undefined) => void) | undefined;
  /** How many things lie at the cursor's moment: profiles of a step, cells of a slot. */
  readonly countAt: (time: number) => number;
  /** Enter at one of them. */
  readonly onEnter: (time: number, chosen: number) => void;
}

/**
 * A plot by keyboard: arrows left and right walk from point to point, Home and End go to the ends, Page Up and Page Down
 * jump; with Shift they select the steps that they pass, which counts once Shift is let go. Arrows down and up walk
 * through what lies at the cursor, Enter opens it. Escape gives up, in this order, what is being selected, the
 * selection, the cursor.
 */
export function useKeyboardCursor(args: KeyboardCursorArgs) {
  const { grids, stops, span, selection, onSelect, countAt, onEnter } = args;
  /** Milliseconds since the epoch: the point at the cursor, and the one at which selecting began. */
  const [cursor, setCursor] = useState<number>();
  const [anchor, setAnchor] = useState<number>();
  /** Position of what is chosen at the cursor; -1 for nothing. */
  const [chosen, setChosen] = useState(-1);

  const draft =
    cursor !== undefined && anchor !== undefined
      ? snapSpan(
          spanBetween(Math.min(cursor, anchor) - Math.max(0, ...grids.map(stepOfSeries)), Math.max(cursor, anchor)),
          grids,
          span
        )
      : undefined;

  const commit = () => {
    if (draft !== undefined) {
      setAnchor(undefined);
      onSelect?.(draft);
    }
  };

  function escape(event: KeyboardEvent) {
    if (anchor !== undefined) {
      setAnchor(undefined);
    } else if (selection !== undefined && onSelect !== undefined) {
      onSelect(undefined);
    } else if (cursor !== undefined) {
      setCursor(undefined);
      setChosen(-1);
    } else {
      return;
    }
    // Something was given up here: Grafana would leave the panel's view or edit page for the same key.
    event.stopPropagation();
  }

  /** Arrows down and up: true where there was something to walk through. */
  function choose(key: string): boolean {
    const count = cursor === undefined ? 0 : countAt(cursor);
    if (count === 0 || (key !== 'ArrowDown' && key !== 'ArrowUp')) {
      return false;
    }
    setChosen(Math.min(count - 1, Math.max(0, chosen + (key === 'ArrowDown' ? 1 : -1))));
    return true;
  }

  return {
    cursor,
    chosen,
    draft,
    handlers: {
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Escape') {
          escape(event);
          return;
        }
        if (event.key === 'Enter') {
          if (draft !== undefined) {
            commit();
          } else if (cursor !== undefined && chosen >= 0) {
            onEnter(cursor, chosen);
          }
          return;
        }
        if (choose(event.key)) {
          event.preventDefault();
          event.stopPropagation();
          return;
        }
        const times = stops();
        const at = cursor === undefined ? undefined : nearestIndex(times, cursor);
        const next = nextIndex(event.key, at, times.length);
        if (next === undefined || times.length === 0 || event.altKey || event.ctrlKey || event.metaKey) {
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        if (event.shiftKey && onSelect !== undefined) {
          setAnchor(anchor ?? cursor ?? times[next]);
        }
        setCursor(times[next]);
        setChosen(-1);
      },
      onKeyUp(event: KeyboardEvent) {
        if (event.key === 'Shift') {
          commit();
        }
      },
      onBlur() {
        commit();
        setCursor(undefined);
        setChosen(-1);
      },
    },
  };
}

/** Undefined for a key that does not move the cursor. The first key shows the cursor at the end that it comes from. */
function nextIndex(key: string, at: number | undefined, count: number): number | undefined {
  const last = count - 1;
  const moved = (by: number) => (at === undefined ? (by > 0 ? 0 : last) : Math.min(last, Math.max(0, at + by)));
  switch (key) {
    case 'ArrowRight':
      return moved(1);
    case 'ArrowLeft':
      return moved(-1);
    case 'PageDown':
      return moved(PAGE);
    case 'PageUp':
      return moved(-PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
