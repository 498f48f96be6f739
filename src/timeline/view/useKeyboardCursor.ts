import { useMemo, useState, type KeyboardEvent } from 'react';
import type { TimeSpan } from '../../base/units';
import { nearestIndex } from '../layout/bisect';
import { snapSpan, spanBetween } from '../layout/brush';
import { hoverTimes } from '../layout/hoverPoints';
import { stepOfSeries } from '../layout/stepOfSeries';
import type { TimelineSeries } from '../layout/timelineSeries';

/** Points that Page Up and Page Down jump over. */
const PAGE = 10;

interface KeyboardCursorArgs {
  readonly series: readonly TimelineSeries[];
  readonly span: TimeSpan;
  readonly selection: TimeSpan | undefined;
  readonly onSelect: ((selection: TimeSpan | undefined) => void) | undefined;
}

/**
 * The timeline by keyboard: arrows walk from point to point, Home and End go to the ends, Page Up and Page Down jump;
 * with Shift they select the steps that they pass, which counts once Shift is let go. Escape gives up, in this order,
 * what is being selected, the selection, the cursor.
 */
export function useKeyboardCursor({ series, span, selection, onSelect }: KeyboardCursorArgs) {
  // Found at the first key, because most timelines never see one.
  const stops = useMemo(() => {
    let times: Float64Array | undefined;
    return () => (times ??= hoverTimes(series));
  }, [series]);
  /** Milliseconds since the epoch: the point at the cursor, and the one at which selecting began. */
  const [cursor, setCursor] = useState<number>();
  const [anchor, setAnchor] = useState<number>();

  const draft =
    cursor !== undefined && anchor !== undefined
      ? snapSpan(
          spanBetween(Math.min(cursor, anchor) - Math.max(0, ...series.map(stepOfSeries)), Math.max(cursor, anchor)),
          series,
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
    } else {
      return;
    }
    // Something was given up here: Grafana would leave the panel's view or edit page for the same key.
    event.stopPropagation();
  }

  return {
    cursor,
    draft,
    handlers: {
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Escape') {
          escape(event);
          return;
        }
        if (event.key === 'Enter') {
          commit();
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
      },
      onKeyUp(event: KeyboardEvent) {
        if (event.key === 'Shift') {
          commit();
        }
      },
      onBlur() {
        commit();
        setCursor(undefined);
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
