/* Measures each step of the way from bytes to picture, and the least that each could take: see README.md. */
import { createRoot } from 'react-dom/client';
import { boxColours } from '../../src/flamegraph/layout/boxColours';
import { createBoxBuffers } from '../../src/flamegraph/layout/boxBuffers';
import { colourLegend } from '../../src/flamegraph/layout/colourLegend';
import { highlightOf } from '../../src/flamegraph/layout/highlight';
import { labelFormsOf } from '../../src/flamegraph/layout/labelForms';
import { nodeAt } from '../../src/flamegraph/layout/nodeAt';
import { LIGHT_PALETTE } from '../../src/flamegraph/layout/palette';
import { layoutTree, type TreeLayout } from '../../src/flamegraph/layout/treeLayout';
import { viewportOf } from '../../src/flamegraph/layout/viewport';
import { visibleBoxes } from '../../src/flamegraph/layout/visibleBoxes';
import { createCanvasRenderer } from '../../src/flamegraph/render/canvasRenderer';
import { drawMap } from '../../src/flamegraph/render/drawMap';
import { FlameGraph } from '../../src/flamegraph/view/FlameGraph';
import { ROW_HEIGHT } from '../../src/flamegraph/view/flameStage';
import { cssPixels } from '../../src/base/units';
import type { CallTree, NodeIndex } from '../../src/profile/callTree';
import { decodeTree } from '../../src/profile/decodeTree';
import { searchFunctions, searchTotals } from '../../src/profile/search';
import { parseSymbol } from '../../src/profile/symbols/parseSymbol';
import type { Figure, FigureRequest } from '../figure';
import { encodeTree } from '../generate/encodeTree';
import { generateTree } from '../generate/generateTree';
import { formatNanoseconds } from './formatNanoseconds';
import { GrafanaPage } from './GrafanaPage';
import { afterPaint, median, medianOfWork, medianToPaint } from './measure';

const WIDTH = 1600;
const HEIGHT = 900;
const QUERY = 'Invoice';

declare global {
  interface Window {
    __figures: (request: FigureRequest) => Promise<Figure[]>;
  }
}

window.__figures = async ({ nodes, depth, seed, times }) => {
  const tree = generateTree({ nodes, depth, seed });
  const bytes = encodeTree(tree);
  const columns = JSON.stringify([tree.functions.names, [...tree.func], [...tree.total], [...tree.self]]);
  const decode = await median(times, () => decodeTree(bytes, { unit: 'nanoseconds' }));
  const layout = layoutTree(tree);
  return [
    {
      what: 'decode: bytes of the tree format → columns',
      value: decode,
      unit: 'ms',
      floor: {
        what: 'JSON.parse of the same columns',
        value: await median(times, () => JSON.parse(columns) as unknown),
      },
    },
    {
      what: 'layout: columns → places',
      value: await median(times, () => layoutTree(tree)),
      unit: 'ms',
      floor: { what: "a copy of the tree's columns", value: await median(times, () => copyColumns(tree)) },
    },
    await frameFigure('frame, script: whole profile', layout, 0, times),
    await frameFigure('frame, script: zoomed to a hundredth', layout, nodeOfShare(tree, 0.01), times),
    {
      what: 'search, script: totals and marks',
      value: await median(times, () => {
        const matches = searchFunctions(tree.functions, QUERY);
        searchTotals(tree, matches);
        // Marks are worked out when they are first asked for.
        return highlightOf(layout, matches.flags).positions;
      }),
      unit: 'ms',
      floor: {
        what: 'names.includes',
        value: await median(times, () => tree.functions.names.filter((name) => name.includes(QUERY)).length),
      },
      goal: 'under 50 ms a keystroke',
    },
    {
      what: 'hover, script: pixel → node',
      value: (await median(times, () => hitTests(layout, 1000))) / 1000,
      unit: 'ms',
    },
    ...mapFigures(layout, await mapTimes(layout, times)),
    {
      what: 'legend of packages, script',
      value: await median(times, () => colourLegend(tree, 'package', 20)),
      unit: 'ms',
      floor: { what: 'parsing each name that spends anything', value: await median(times, () => parseSpenders(tree)) },
      goal: 'under 50 ms',
    },
    ...(await viewFigures(tree, bytes, decode, times)),
    { what: 'memory: tree and layout', value: memoryOf(layout) / nodes, unit: 'bytes a node', goal: 'under 40' },
  ];
};

function copyColumns({ parent, subtreeEnd, func, total, self }: CallTree) {
  return [parent.slice(), subtreeEnd.slice(), func.slice(), total.slice(), self.slice()];
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
      drawMap(canvas, { layout, look, palette: LIGHT_PALETTE, viewport: viewportOf(layout, 0, width), height }, 1)
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

function parseSpenders(tree: CallTree): number {
  const spends = new Uint8Array(tree.functions.length);
  for (let node = 1; node < tree.length; node++) {
    if (tree.self[node] !== 0) {
      spends[tree.func[node]] = 1;
    }
  }
  return tree.functions.names.filter((name, func) => spends[func] === 1 && parseSymbol(name).package !== '').length;
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

function hitTests(layout: TreeLayout, count: number): number {
  const viewport = viewportOf(layout, 0, WIDTH);
  let found = 0;
  for (let at = 0; at < count; at++) {
    found += nodeAt(layout, viewport, (at * 7919) % WIDTH, (at * 31) % Math.min(45, viewport.rows)) >= 0 ? 1 : 0;
  }
  return found;
}

/** The whole view, driven by events: what a user waits for. */
async function viewFigures(tree: CallTree, bytes: Uint8Array, decode: number, times: number): Promise<Figure[]> {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const show = (shown?: CallTree) =>
    root.render(
      <GrafanaPage mode="light">
        {shown && <FlameGraph tree={shown} width={WIDTH} height={HEIGHT} format={formatNanoseconds} />}
      </GrafanaPage>
    );
  const firstPictures: number[] = [];
  for (let run = 0; run < times; run++) {
    show();
    await afterPaint();
    await afterPaint();
    const start = performance.now();
    show(decodeTree(bytes, { unit: 'nanoseconds' }));
    await untilDrawn(container);
    firstPictures.push(performance.now() - start);
  }
  show(tree);
  await untilDrawn(container);
  const graph = container.querySelector('[role=tree]');
  const input = container.querySelector('input');
  if (graph === null || input === null) {
    throw new Error('The flame graph is not there.');
  }
  const { left, top } = graph.getBoundingClientRect();
  const point = (type: string, x: number, row: number) =>
    graph.dispatchEvent(
      new MouseEvent(type, { bubbles: true, clientX: left + x, clientY: top + (row + 0.5) * ROW_HEIGHT })
    );
  const type = (text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const empty = await medianToPaint(times, () => container.style.setProperty('--tick', `${performance.now()}`));
  const nothing = await medianOfWork(times, () => undefined);
  const frame = { what: 'a frame that changes nothing', value: empty };
  const figures: Figure[] = [
    {
      what: 'first picture: bytes → painted',
      value: firstPictures.sort((a, b) => a - b)[firstPictures.length >> 1],
      unit: 'ms',
      floor: { what: 'decoding alone', value: decode },
      goal: 'under 2×',
    },
    {
      what: 'zoom: click → painted',
      value: await medianToPaint(times * 2, () => point('click', WIDTH * 0.4, nextClick() ? 8 : 0)),
      unit: 'ms',
      floor: frame,
    },
    {
      what: 'zoom, main thread',
      value: await medianOfWork(times * 2, (run) => point('click', WIDTH * 0.4, run % 2 === 0 ? 8 : 0)),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    },
    {
      what: 'scroll by a row, main thread',
      value: await medianOfWork(times * 2, (run) => (graph.scrollTop = run * ROW_HEIGHT)),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    },
    {
      what: 'search keystroke, main thread',
      value: await medianOfWork(times, (run) => type(QUERY.slice(0, 2 + (run % 5)))),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 50 ms',
    },
  ];
  type('');
  graph.scrollTop = 0;
  const wheel = (init: WheelEventInit) =>
    graph.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        clientX: left + WIDTH * 0.4,
        clientY: top + 90,
        ...init,
      })
    );
  const zoomedThen = async (measure: () => Promise<number>) => {
    wheel({ ctrlKey: true, deltaY: -1360 });
    await afterPaint();
    const value = await measure();
    graph.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
    await afterPaint();
    return value;
  };
  point('click', WIDTH * 0.4, 0);
  await afterPaint();
  figures.push(
    {
      what: 'zoom by wheel, main thread',
      value: await medianOfWork(times * 2, (run) =>
        wheel({ ctrlKey: true, deltaY: run % (2 * times) < times ? -100 : 100 })
      ),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    },
    {
      what: 'pan by wheel, zoomed in 30 times, main thread',
      value: await zoomedThen(() =>
        medianOfWork(times * 2, (run) => wheel({ shiftKey: true, deltaY: run % 2 ? 60 : -80 }))
      ),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    }
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  await afterPaint();
  const label = document.body.appendChild(document.createElement('div'));
  label.style.cssText = 'position: fixed; top: 0; will-change: transform';
  const moveLabel = (run: number) => {
    label.textContent = `${run} ms`;
    label.style.transform = `translate(${(run * 173) % WIDTH}px, ${(run * 37) % 800}px)`;
  };
  const moved = await medianOfWork(times * 10, moveLabel);
  label.remove();
  figures.push({
    what: 'hover, main thread: movement → tooltip painted',
    value: await medianOfWork(times * 10, (run) => point('mousemove', (run * 173) % WIDTH, (run * 7) % 40)),
    unit: 'ms',
    floor: { what: 'a text that changes and moves over the graph', value: moved },
    goal: 'under 1 ms',
  });
  root.unmount();
  container.remove();
  return figures;
}

let isZoomed = false;

function nextClick(): boolean {
  isZoomed = !isZoomed;
  return isZoomed;
}

async function untilDrawn(container: HTMLElement) {
  while ((container.querySelector('canvas')?.width ?? 0) < WIDTH / 2) {
    await afterPaint();
  }
  await afterPaint();
}

function memoryOf({ tree, weight, nodes, levelOffsets, startHigh, startLow }: TreeLayout): number {
  const buffers = new Set(
    [
      tree.parent,
      tree.subtreeEnd,
      tree.func,
      tree.total,
      tree.self,
      weight,
      nodes,
      levelOffsets,
      startHigh,
      startLow,
    ].map((column) => column.buffer)
  );
  return [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
}
