import { boxColours } from '../../src/flamegraph/layout/boxColours';
import { createBoxBuffers } from '../../src/flamegraph/layout/boxBuffers';
import { highlightOf } from '../../src/flamegraph/layout/highlight';
import { labelFormsOf } from '../../src/flamegraph/layout/labelForms';
import { LIGHT_PALETTE } from '../../src/flamegraph/layout/palette';
import type { TreeLayout } from '../../src/flamegraph/layout/treeLayout';
import { viewportOf } from '../../src/flamegraph/layout/viewport';
import { visibleBoxes } from '../../src/flamegraph/layout/visibleBoxes';
import { createCanvasRenderer } from '../../src/flamegraph/render/canvasRenderer';
import { createMapDrawing } from '../../src/flamegraph/render/drawMap';
import { ROW_HEIGHT } from '../../src/flamegraph/view/flameStage';
import { cssPixels } from '../../src/base/units';
import type { CallTree, NodeIndex } from '../../src/profile/callTree';
import { searchFunctions } from '../../src/profile/search';
import type { Figure } from '../figure';
import { median } from './measure';
import { HEIGHT, QUERY, WIDTH } from './picture';

/** The script of a frame: what is in view, worked out and drawn; of the whole profile, of a part, and of the maps. */
export async function frameFigures(layout: TreeLayout, times: number): Promise<Figure[]> {
  return [
    await frameFigure('frame, script: whole profile', layout, 0, times),
    await frameFigure('frame, script: zoomed to a hundredth', layout, nodeOfShare(layout.tree, 0.01), times),
    ...mapFigures(layout, await mapTimes(layout, times)),
  ];
}

/** What a frame costs the main thread, beside filling the same rectangles in the same colours and nothing else. */
async function frameFigure(what: string, layout: TreeLayout, focus: NodeIndex, times: number): Promise<Figure> {
  const { tree } = layout;
  const canvas = document.body.appendChild(document.createElement('canvas'));
  const renderer = createCanvasRenderer(canvas, { family: 'monospace', size: cssPixels(12) });
  const boxes = createBoxBuffers();
  const viewport = viewportOf(layout, focus, WIDTH);
  const look = { colourOf: boxColours(tree, 'package') };
  const formsOf = labelFormsOf(tree);
  const labels = {
    forms: (node: NodeIndex) => formsOf(tree.func[node]),
    full: (node: NodeIndex) => tree.functions.names[tree.func[node]],
    value: (node: NodeIndex) => `${tree.total[node]}`,
  };
  const firstRow = Math.max(0, viewport.focusLevel - 3);
  const top = cssPixels(-firstRow * ROW_HEIGHT);
  renderer.resize(cssPixels(WIDTH), cssPixels(HEIGHT), 1);
  const value = await median(times, () => {
    visibleBoxes(layout, viewport, firstRow, firstRow + HEIGHT / ROW_HEIGHT - 1, look, boxes);
    renderer.draw({ boxes, labels, palette: LIGHT_PALETTE, rowHeight: cssPixels(ROW_HEIGHT), top });
  });
  const byColour = new Map<number, number[]>();
  for (let at = 0; at < boxes.count; at++) {
    const group = byColour.get(boxes.colour[at]);
    if (group === undefined) {
      byColour.set(boxes.colour[at], [at]);
    } else {
      group.push(at);
    }
  }
  const context = canvas.getContext('2d');
  const floor = await median(times, () => {
    for (const [colour, group] of byColour) {
      if (context) {
        context.fillStyle = LIGHT_PALETTE.fills[colour];
      }
      for (const at of group) {
        context?.fillRect(boxes.x[at], top + boxes.row[at] * ROW_HEIGHT, boxes.width[at], ROW_HEIGHT - 1);
      }
    }
  });
  renderer.dispose();
  canvas.remove();
  return {
    what: `${what} (${boxes.count.toLocaleString()} boxes)`,
    value,
    unit: 'ms',
    floor: { what: 'fillRect of the same boxes', value: floor },
    goal: 'under 16 ms',
  };
}

/** Both maps of a picture with a search on: drawn once for a picture, after it. */
async function mapTimes(layout: TreeLayout, times: number) {
  const highlight = highlightOf(layout, searchFunctions(layout.tree.functions, QUERY).flags);
  const look = { colourOf: boxColours(layout.tree, 'package'), highlight };
  const canvas = document.createElement('canvas');
  const draw = (width: number, height: number) =>
    Array.from(
      createMapDrawing()(
        canvas,
        { layout, look, palette: LIGHT_PALETTE, viewport: viewportOf(layout, 0, width), height },
        1
      )
    );
  return {
    down: await median(times, () => draw(48, HEIGHT)),
    across: await median(times, () => draw(WIDTH, ROW_HEIGHT)),
  };
}

function mapFigures(layout: TreeLayout, { down, across }: { down: number; across: number }): Figure[] {
  return [
    {
      what: `map of the depth, script (${layout.levels.toLocaleString()} levels)`,
      value: down,
      unit: 'ms',
      goal: 'under 50 ms',
    },
    { what: 'map of the width, script', value: across, unit: 'ms', goal: 'under 50 ms' },
  ];
}

/** The heaviest node whose total is at most this part of the whole. */
function nodeOfShare(tree: CallTree, share: number): NodeIndex {
  let best = 0;
  for (let node = 1; node < tree.length; node++) {
    const isFit = tree.total[node] <= tree.total[0] * share && tree.subtreeEnd[node] > node + 1;
    if (isFit && (best === 0 || tree.total[node] > tree.total[best])) {
      best = node;
    }
  }
  return best;
}
