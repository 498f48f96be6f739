import { linePieces } from './linePieces';
import { timeToX, valueToY, type PlotArea } from './plotArea';
import type { DrawnSeries } from './stackSeries';

/**
 * One series as it is drawn: vertices in CSS pixels, piece after piece. Piece k is the vertices
 * [starts[k], starts[k + 1]) and has at least one; a piece of one vertex is a point without neighbours, drawn as a dot.
 */
export interface SeriesPath {
  readonly colour: string;
  /** VertexIndex -> pixels. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** VertexIndex -> pixels: the lower edge of the area below the line, where it has one of its own. */
  readonly floors?: Float32Array;
  /** PieceIndex -> VertexIndex; one entry more than there are pieces. */
  readonly starts: Uint32Array;
  /** PieceIndex -> 1 where the piece belongs to a step that is only partly in the question. */
  readonly partial: Uint8Array;
}

/**
 * A series cut at its gaps and thinned to what pixels can show: of all points that fall on one column of pixels, the
 * first, lowest, highest and last stay, in their order, so that no spike is lost and a line never costs more than four
 * vertices a column.
 */
export function seriesPath(series: DrawnSeries, plot: PlotArea): SeriesPath {
  const x: number[] = [];
  const y: number[] = [];
  const starts: number[] = [];
  const partial: number[] = [];
  const { timestamps, floors } = series;
  const values = series.tops ?? series.values;
  const floorY: number[] = [];
  for (const piece of linePieces(series)) {
    starts.push(x.length);
    partial.push(piece.partial ? 1 : 0);
    let start = piece.start;
    while (start < piece.end) {
      const column = Math.floor(timeToX(plot, timestamps[start]));
      let end = start + 1;
      let lowest = start;
      let highest = start;
      while (end < piece.end && Math.floor(timeToX(plot, timestamps[end])) === column) {
        lowest = values[end] < values[lowest] ? end : lowest;
        highest = values[end] > values[highest] ? end : highest;
        end++;
      }
      let previous = -1;
      for (const point of [start, Math.min(lowest, highest), Math.max(lowest, highest), end - 1]) {
        if (point > previous) {
          x.push(timeToX(plot, timestamps[point]));
          y.push(valueToY(plot, values[point]));
          if (floors !== undefined) {
            floorY.push(valueToY(plot, floors[point]));
          }
          previous = point;
        }
      }
      start = end;
    }
  }
  starts.push(x.length);
  return {
    colour: series.colour,
    x: Float32Array.from(x),
    y: Float32Array.from(y),
    ...(floors === undefined ? {} : { floors: Float32Array.from(floorY) }),
    starts: Uint32Array.from(starts),
    partial: Uint8Array.from(partial),
  };
}
