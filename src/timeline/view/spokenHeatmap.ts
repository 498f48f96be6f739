import { epochMs, type TimeSpan } from '../../base/units';
import type { TimelineAnnotation } from '../layout/annotationPlaces';
import type { TimelineExemplar } from '../layout/exemplarPlaces';
import { cellsOfSlot, type CellIndex, type HeatmapCells } from '../layout/heatmapCells';
import { countedNoun } from './countedNoun';
import type { HeatmapProps } from './heatmapProps';
import { spokenAnnotations, spokenExemplar } from './spokenMarks';

interface SpokenHeatmapArgs extends Pick<
  HeatmapProps,
  'cells' | 'counted' | 'formatCount' | 'formats' | 'formatSpan' | 'formatTime'
> {
  /** Milliseconds since the epoch: where the cursor is. Absent: nowhere. */
  readonly time: number | undefined;
  /** The cell that is chosen there; -1 for none. */
  readonly cell: CellIndex;
  /** Of the chosen cell. */
  readonly exemplars: readonly TimelineExemplar[];
  readonly annotations: readonly TimelineAnnotation[];
  readonly selection: TimeSpan | undefined;
}

/** What a screen reader hears as the cursor of a heatmap moves. */
export function spokenHeatmap(args: SpokenHeatmapArgs): string {
  const { time, cell, annotations, selection, formatSpan } = args;
  const sentences: string[] = [];
  if (time !== undefined) {
    sentences.push(cell >= 0 ? spokenCell(args) : spokenSlot(args, time), ...spokenAnnotations(annotations));
  }
  if (selection !== undefined) {
    sentences.push(`Selected ${formatSpan(selection)}.`);
  }
  return sentences.join(' ');
}

function spokenCell({ cells, cell, counted, exemplars, formatCount, formats }: SpokenHeatmapArgs): string {
  const count = cells.counts[cell];
  const { value } = formats;
  const words = `${formatCount(count)} ${countedNoun(count, counted)} of ${value(cells.lows[cell])} to ${value(cells.highs[cell])}.`;
  return exemplars.length === 0
    ? words
    : `${words} ${spokenExemplar(exemplars, 0, (one) => one.valueText ?? value(one.value))}`;
}

function spokenSlot(args: SpokenHeatmapArgs, time: number): string {
  const { cells, counted, formats, formatCount, formatSpan, formatTime } = args;
  const { start, end } = cellsOfSlot(cells, time);
  if (start === end) {
    return `${formatTime(time)}: no ${counted}.`;
  }
  let all = 0;
  let fullest = start;
  for (let cell = start; cell < end; cell++) {
    all += cells.counts[cell];
    fullest = cells.counts[cell] > cells.counts[fullest] ? cell : fullest;
  }
  return (
    `${formatSpan(slotSpan(cells, start))}: ${formatCount(all)} ${countedNoun(all, counted)}, ` +
    `most of ${formats.value(cells.lows[fullest])} to ${formats.value(cells.highs[fullest])}. ` +
    'Arrow down walks through the cells.'
  );
}

function slotSpan({ ends, stepMs }: HeatmapCells, cell: CellIndex): TimeSpan {
  return { from: epochMs(ends[cell] - stepMs), to: epochMs(ends[cell]) };
}

/** What a screen reader hears when a heatmap is reached. */
export function heatmapHelp(counted: string, canSelect: boolean): string {
  const select = canSelect ? ' Shift and arrow keys select a range, Escape gives it up.' : '';
  return `Heatmap of ${counted} by time and value. Arrow keys left and right move from slot to slot, up and down from cell to cell.${select}`;
}
