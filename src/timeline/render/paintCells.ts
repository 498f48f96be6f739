import type { CellBoxes } from '../layout/heatmapScene';
import type { PlotArea } from '../layout/plotArea';
import type { Painting } from './canvasSceneRenderer';

/** Cells at least this large, in CSS pixels, are told apart by a gap of one pixel. */
const LARGE_ENOUGH_FOR_GAP = 6;

/** Edges lie on whole device pixels, or neighbours would mix their colours where they meet. */
export function paintCells({ context, theme, ratio }: Painting, plot: PlotArea, boxes: CellBoxes) {
  const { left, right, top, bottom, level } = boxes;
  const sharp = (at: number) => Math.round(at * ratio) / ratio;
  const leastSize = 1 / ratio;
  const plotRight = plot.left + plot.width;
  let colour = -1;
  for (let box = 0; box < level.length; box++) {
    // Boxes come by count, so a colour is set once.
    if (level[box] !== colour) {
      colour = level[box];
      context.fillStyle = theme.heat[colour];
    }
    const from = sharp(Math.max(plot.left, left[box]));
    const to = sharp(Math.min(plotRight, right[box]));
    if (left[box] >= plotRight || right[box] <= plot.left) {
      continue;
    }
    const roof = sharp(top[box]);
    const floor = sharp(bottom[box]);
    // In one direction alone, gaps would be stripes.
    const isLarge = Math.min(right[box] - left[box], bottom[box] - top[box]) >= LARGE_ENOUGH_FOR_GAP;
    const gap = isLarge ? 1 : 0;
    context.fillRect(from, roof, Math.max(leastSize, to - from - gap), Math.max(leastSize, floor - roof - gap));
  }
}
