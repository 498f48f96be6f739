import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { timeToX, xToTime, type PlotArea } from '../layout/plotArea';
import type { StepGrid } from '../layout/timelineSeries';
import type { PlotProps } from './plotProps';
import { useBrush } from './useBrush';
import { useKeyboardCursor } from './useKeyboardCursor';

/** Where a pointer is, in CSS pixels: of the canvas, and of the window. */
export interface PlotPointer {
  readonly x: number;
  readonly y: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** What a pointer may lie beside the plot and still mean it, in CSS pixels: the feet of annotations are there. */
const MARGIN = 8;

interface PlotInteractionArgs extends Pick<PlotProps, 'selection' | 'onSelect' | 'onHover'> {
  readonly plot: PlotArea;
  /** Whose steps a selection consists of. */
  readonly grids: readonly StepGrid[];
  /** Moments at which a keyboard's cursor stops, ascending. */
  readonly stops: () => Float64Array;
  /** How many things a keyboard can choose from at a moment, and what opens one. */
  readonly countAt: (time: number) => number;
  readonly onEnter: (time: number, chosen: number) => void;
  /** A click: true where it opened something. */
  readonly onClick: (pointer: PlotPointer) => boolean;
}

/** Pointer, brush and keyboard of a plot, as one. */
export function usePlotInteraction(args: PlotInteractionArgs) {
  const { plot, grids, selection, onSelect, onHover } = args;
  const box = useRef<HTMLDivElement>(null);
  const [pointer, setPointer] = useState<PlotPointer>();
  const pressed = useRef<PlotPointer | undefined>(undefined);
  const onClick = () => pressed.current !== undefined && args.onClick(pressed.current);
  const brush = useBrush({ plot, grids, selection, onSelect, onClick });
  const { stops, countAt, onEnter } = args;
  const keyboard = useKeyboardCursor({ grids, stops, span: plot.span, selection, onSelect, countAt, onEnter });
  const draft = brush.draft ?? keyboard.draft;

  const point = (place: PlotPointer | undefined) => {
    const shown = place !== undefined && isOn(plot, place) ? place : undefined;
    setPointer(shown);
    onHover?.(shown && xToTime(plot, shown.x));
  };

  return {
    box,
    pointer,
    /** Milliseconds since the epoch: what pointer or cursor is at. */
    time: pointer === undefined ? keyboard.cursor : xToTime(plot, pointer.x),
    /** The keyboard's moment, and the position of what it chose there; -1 for nothing. */
    cursor: keyboard.cursor,
    chosen: keyboard.chosen,
    /** What is being selected, not yet snapped to steps. */
    draft,
    /** What a screen reader should hear of as selected. */
    spokenSelection: keyboard.draft ?? selection,
    snap: brush.snap,
    /** Where a tooltip of a moment and height points, in CSS pixels of the window. */
    tooltipPlace(time: number, y: number): { x: number; y: number } | undefined {
      if (pointer !== undefined) {
        return { x: pointer.clientX, y: pointer.clientY };
      }
      const rect = box.current?.getBoundingClientRect();
      return rect === undefined ? undefined : { x: rect.left + timeToX(plot, time), y: rect.top + y };
    },
    handlers: {
      ...keyboard.handlers,
      ...brush.handlers,
      onKeyDown(event: KeyboardEvent) {
        if (event.key === 'Escape' && brush.draft !== undefined) {
          brush.cancel();
          event.stopPropagation();
        } else {
          setPointer(undefined);
          keyboard.handlers.onKeyDown(event);
        }
      },
      onPointerMove(event: PointerEvent) {
        brush.handlers.onPointerMove(event);
        point(placeOf(event));
      },
      onPointerUp(event: PointerEvent) {
        pressed.current = placeOf(event);
        brush.handlers.onPointerUp(event);
        if (event.pointerType === 'touch') {
          // A finger cannot hover: what it tapped at stays pointed at until something else is tapped.
          point(brush.draft === undefined ? pressed.current : undefined);
        }
      },
      onPointerCancel() {
        brush.handlers.onPointerCancel();
        point(undefined);
      },
      onPointerLeave(event: PointerEvent) {
        if (event.pointerType !== 'touch') {
          point(undefined);
        }
      },
      onBlur() {
        keyboard.handlers.onBlur();
        if (pointer !== undefined) {
          point(undefined);
        }
      },
    },
  };
}

/** Axes have nothing to tell. */
function isOn({ left, top, width, height }: PlotArea, { x, y }: PlotPointer): boolean {
  return x >= left - MARGIN && x <= left + width + MARGIN && y <= top + height + MARGIN;
}

function placeOf(event: PointerEvent): PlotPointer {
  const { clientX, clientY, currentTarget } = event;
  const rect = currentTarget.getBoundingClientRect();
  return { x: clientX - rect.left, y: clientY - rect.top, clientX, clientY };
}
