import { bisectLeft } from './bisect';
import type { TimelineExemplar } from './exemplarPlaces';
import type { ValueRange } from './plotArea';
import type { StepGrid } from './timelineSeries';

/**
 * How many profiles of which size there were when: one entry a cell that is not empty, ascending by slot and then by
 * value. A cell stands for the time (end - stepMs, end] and the values [low, high). The highest bucket holds what is
 * above it, too: backends round its bounds, and do not tell the upper one.
 */
export interface HeatmapCells {
  /** CellIndex -> end of the slot, milliseconds since the epoch. */
  readonly ends: Float64Array;
  /** CellIndex -> bounds of the bucket, in the unit of the values. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  /** CellIndex -> profiles or spans, above 0. */
  readonly counts: Float64Array;
  /** Length of a slot in milliseconds. */
  readonly stepMs: number;
}

/** Position of a cell in the columns of `HeatmapCells`. */
export type CellIndex = number;

/** The cells [start, end) of one slot. */
export interface SlotCells {
  readonly start: CellIndex;
  readonly end: CellIndex;
}

/** Which values the cells cover. */
export function valuesOfCells({ lows, highs }: HeatmapCells): ValueRange {
  let low = Infinity;
  let high = -Infinity;
  for (let cell = 0; cell < lows.length; cell++) {
    low = Math.min(low, lows[cell]);
    high = Math.max(high, highs[cell]);
  }
  return low < high ? { low, high } : { low: 0, high: 1 };
}

/** The slots that hold anything: what a cursor stops at and a selection snaps to. */
export function slotsOfCells({ ends, stepMs }: HeatmapCells): StepGrid {
  return { timestamps: Float64Array.from(new Set(ends)), stepMs };
}

/** The cells of the slot that a moment lies in; none where nothing was there. */
export function cellsOfSlot({ ends, stepMs }: HeatmapCells, time: number): SlotCells {
  const start = bisectLeft(ends, time);
  if (start === ends.length || ends[start] - stepMs >= time) {
    return { start, end: start };
  }
  let end = start;
  while (end < ends.length && ends[end] === ends[start]) {
    end++;
  }
  return { start, end };
}

/** The cell at a moment and value; -1 where there is none. */
export function cellAt(cells: HeatmapCells, time: number, value: number): CellIndex {
  const { start, end } = cellsOfSlot(cells, time);
  for (let cell = start; cell < end; cell++) {
    if (value >= cells.lows[cell] && value < cells.highs[cell]) {
      return cell;
    }
  }
  return -1;
}

/** CellIndex -> the exemplars that lie in it, the largest first; cells without any are left out. */
export function exemplarsByCell(
  cells: HeatmapCells,
  exemplars: readonly TimelineExemplar[]
): ReadonlyMap<CellIndex, readonly TimelineExemplar[]> {
  const byCell = new Map<CellIndex, TimelineExemplar[]>();
  const { high } = valuesOfCells(cells);
  const highestLow = cells.lows.reduce((highest, low) => Math.max(highest, low), -Infinity);
  for (const exemplar of exemplars) {
    const cell = cellAt(cells, exemplar.time, exemplar.value >= high ? highestLow : exemplar.value);
    const list = byCell.get(cell);
    if (list !== undefined) {
      list.push(exemplar);
    } else if (cell >= 0) {
      byCell.set(cell, [exemplar]);
    }
  }
  for (const list of byCell.values()) {
    list.sort((a, b) => b.value - a.value);
  }
  return byCell;
}
