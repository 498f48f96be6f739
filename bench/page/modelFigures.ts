import { colourLegend } from '../../src/flamegraph/layout/colourLegend';
import { highlightOf } from '../../src/flamegraph/layout/highlight';
import { nodeAt } from '../../src/flamegraph/layout/nodeAt';
import { layoutTree, type TreeLayout } from '../../src/flamegraph/layout/treeLayout';
import { viewportOf } from '../../src/flamegraph/layout/viewport';
import type { CallTree } from '../../src/profile/callTree';
import { searchFunctions, searchTotals } from '../../src/profile/search';
import { parseSymbol } from '../../src/profile/symbols/parseSymbol';
import type { Figure } from '../figure';
import { median } from './measure';
import { QUERY, WIDTH } from './picture';

/** What is worked out of a tree before anything is drawn, and in how much memory. */
export async function modelFigures(layout: TreeLayout, times: number): Promise<Figure[]> {
  const { tree } = layout;
  return [
    {
      what: 'layout: columns → places',
      value: await median(times, () => layoutTree(tree)),
      unit: 'ms',
      floor: { what: "a copy of the tree's columns", value: await median(times, () => copyColumns(tree)) },
    },
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
    {
      what: 'legend of packages, script',
      value: await median(times, () => colourLegend(tree, 'package', 20)),
      unit: 'ms',
      floor: { what: 'parsing each name that spends anything', value: await median(times, () => parseSpenders(tree)) },
      goal: 'under 50 ms',
    },
    { what: 'memory: tree and layout', value: memoryOf(layout) / tree.length, unit: 'bytes a node', goal: 'under 40' },
  ];
}

function copyColumns({ parent, subtreeEnd, func, total, self }: CallTree) {
  return [parent.slice(), subtreeEnd.slice(), func.slice(), total.slice(), self.slice()];
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

function hitTests(layout: TreeLayout, count: number): number {
  const viewport = viewportOf(layout, 0, WIDTH);
  let found = 0;
  for (let at = 0; at < count; at++) {
    found += nodeAt(layout, viewport, (at * 7919) % WIDTH, (at * 31) % Math.min(45, viewport.rows)) >= 0 ? 1 : 0;
  }
  return found;
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
