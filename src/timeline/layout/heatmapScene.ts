import { placeAnnotations, type AnnotationPlace, type TimelineAnnotation } from './annotationPlaces';
import { HEAT_LEVELS } from './heatColours';
import { valuesOfCells, type CellIndex, type HeatmapCells } from './heatmapCells';
import { timeToX, valueToY, type PlotArea, type Rect } from './plotArea';
import { plotFrame, type PlotFrame, type PlotSpace } from './plotFrame';

/** Cells as they are drawn, one entry a cell, the rarest first so that where two share a pixel the more frequent is seen. */
export interface CellBoxes {
  /** In CSS pixels; `right` and `bottom` belong to the neighbour. Not clipped to the plot. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly top: Float32Array;
  readonly bottom: Float32Array;
  /** Position in the colours of `heatColours`. */
  readonly level: Uint8Array;
}

/** Lowest and highest count of all cells; both 0 without any. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/** All of a heatmap that is drawn once until data or size change; in CSS pixels of its canvas. */
export interface HeatmapScene extends PlotFrame {
  readonly boxes: CellBoxes;
  readonly counts: CountRange;
  readonly annotations: readonly AnnotationPlace[];
}

/** Lays a heatmap out. */
export function heatmapScene(
  cells: HeatmapCells,
  space: PlotSpace,
  annotations: readonly TimelineAnnotation[] = []
): HeatmapScene {
  const frame = plotFrame(valuesOfCells(cells), space);
  const counts = countRange(cells);
  return {
    ...frame,
    boxes: boxesOf(cells, counts, frame.plot),
    counts,
    annotations: placeAnnotations(annotations, frame.plot),
  };
}

/**
 * How much a count is of the highest, as colours show it: 0 to 1. By the square root, as in Grafana's own heatmap,
 * because a few full cells would leave all others alike.
 */
export function heatShare(count: number, { most }: CountRange): number {
  return most > 0 ? Math.sqrt(count / most) : 0;
}

/** The part of the plot that a cell covers, clipped to it. */
export function cellRect({ ends, lows, highs, stepMs }: HeatmapCells, cell: CellIndex, plot: PlotArea): Rect {
  const right = Math.min(plot.left + plot.width, timeToX(plot, ends[cell]));
  const left = Math.max(plot.left, timeToX(plot, ends[cell] - stepMs));
  const top = valueToY(plot, highs[cell]);
  return { left, top, width: Math.max(0, right - left), height: valueToY(plot, lows[cell]) - top };
}

function countRange({ counts }: HeatmapCells): CountRange {
  let least = Infinity;
  let most = 0;
  for (const count of counts) {
    least = Math.min(least, count);
    most = Math.max(most, count);
  }
  return { least: most > 0 ? least : 0, most };
}

function boxesOf({ ends, lows, highs, counts, stepMs }: HeatmapCells, range: CountRange, plot: PlotArea): CellBoxes {
  const order = Uint32Array.from(counts.keys()).sort((a, b) => counts[a] - counts[b]);
  const column = (of: (cell: CellIndex) => number) => Float32Array.from(order, of);
  return {
    left: column((cell) => timeToX(plot, ends[cell] - stepMs)),
    right: column((cell) => timeToX(plot, ends[cell])),
    top: column((cell) => valueToY(plot, highs[cell])),
    bottom: column((cell) => valueToY(plot, lows[cell])),
    level: Uint8Array.from(order, (cell) => Math.round(heatShare(counts[cell], range) * (HEAT_LEVELS - 1))),
  };
}
