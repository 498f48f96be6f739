import { useRef, useState, type PointerEvent } from 'react';
import type { TimeSpan } from '../../base/units';
import { brushGrip, snapSpan, spanBetween, type BrushGrip } from '../layout/brush';
import { xToTime, type PlotArea } from '../layout/plotArea';
import type { StepGrid } from '../layout/timelineSeries';

/** A pointer that moved less than this, in CSS pixels, clicked. */
const CLICK_REACH = 4;

interface Drag {
  readonly grip: BrushGrip;
  /** The end that stays, in milliseconds since the epoch. */
  readonly anchor: number;
  readonly startX: number;
  moved: boolean;
}

interface BrushArgs {
  readonly plot: PlotArea;
  /** Whose steps a selection consists of. */
  readonly grids: readonly StepGrid[];
  readonly selection: TimeSpan | undefined;
  readonly onSelect: ((selection: TimeSpan | undefined) => void) | undefined;
  /** Asked first where a click goes: true where it opened something. */
  readonly onClick: () => boolean;
}

/**
 * Selecting with a pointer: a drag draws a span, a drag at an edge moves it, a click opens what lies there
 * or gives the selection up. Pointer
 * positions are CSS pixels from the left edge of the element that has the handlers, which must begin where the canvas does.
 */
export function useBrush({ plot, grids, selection, onSelect, onClick }: BrushArgs) {
  const drag = useRef<Drag | undefined>(undefined);
  const [draft, setDraft] = useState<TimeSpan>();
  const xOf = (event: PointerEvent) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const cancel = () => {
    drag.current = undefined;
    setDraft(undefined);
  };

  return {
    /** What is being drawn right now, not yet snapped to steps. */
    draft,
    cancel,
    /** The selection that the draft would become. */
    snap: (span: TimeSpan) => snapSpan(span, grids, plot.span),
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0) {
          return;
        }
        const x = xOf(event);
        const grip = brushGrip(plot, selection, x);
        const anchor =
          selection === undefined || grip === 'plot'
            ? xToTime(plot, x)
            : grip === 'from'
              ? selection.to
              : selection.from;
        drag.current = { grip, anchor, startX: x, moved: false };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      },
      onPointerMove(event: PointerEvent) {
        const current = drag.current;
        if (current === undefined) {
          return;
        }
        const x = xOf(event);
        current.moved ||= Math.abs(x - current.startX) >= CLICK_REACH;
        if (current.moved && onSelect !== undefined) {
          setDraft(spanBetween(current.anchor, xToTime(plot, x)));
        }
      },
      onPointerUp(event: PointerEvent) {
        const current = drag.current;
        cancel();
        if (current?.moved) {
          onSelect?.(snapSpan(spanBetween(current.anchor, xToTime(plot, xOf(event))), grids, plot.span));
        } else if (current !== undefined && !onClick() && current.grip === 'plot' && selection !== undefined) {
          onSelect?.(undefined);
        }
      },
      onPointerCancel: cancel,
    },
  };
}
