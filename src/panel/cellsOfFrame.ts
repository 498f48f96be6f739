import type { DataFrame } from '@grafana/data';
import { pyrolensMeta } from '../frames/frameMeta';
import type { HeatmapCells } from '../timeline/layout/heatmapCells';

/** The cells of a heatmap's frame (`heatmapFrame` describes it), ascending by slot and value. */
export function cellsOfFrame(frame: DataFrame): HeatmapCells {
  const note = pyrolensMeta(frame);
  const field = (name: string) => frame.fields.find((one) => one.name === name);
  const column = (name: string): readonly number[] => (field(name)?.values as readonly number[] | undefined) ?? [];
  const [ends, lows, highs, counts] = ['xMax', 'yMin', 'yMax', 'count'].map(column);
  const order = Array.from(ends.keys()).sort((a, b) => ends[a] - ends[b] || lows[a] - lows[b]);
  const sorted = (values: readonly number[]) => Float64Array.from(order, (row) => values[row]);
  return {
    ends: sorted(ends),
    lows: sorted(lows),
    highs: sorted(highs),
    counts: sorted(counts),
    stepMs: note?.kind === 'heatmap' ? note.stepMs : (field('xMax')?.config.interval ?? 0),
  };
}
