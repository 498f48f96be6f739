import fc from 'fast-check';
import type { CallTree } from '../../profile/callTree';
import { textProfile } from '../../profile/textProfile';
import { BoxFlag, createBoxBuffers } from './boxBuffers';
import { highlightOf } from './highlight';
import { nodeAt, NO_NODE } from './nodeAt';
import { nodeRect } from './nodeRect';
import { layoutTree, levelOf, type TreeLayout } from './treeLayout';
import { type Viewport, viewportOf } from './viewport';
import { MIN_BOX_WIDTH, visibleBoxes } from './visibleBoxes';

interface Box {
  node: number;
  row: number;
  x: number;
  width: number;
  flags: number;
}

function draw(layout: TreeLayout, viewport: Viewport, hits?: Uint8Array, rows: [number, number] = [0, 1e6]): Box[] {
  const boxes = createBoxBuffers(2);
  const look = { colourOf: () => 1, highlight: hits && highlightOf(layout, hits) };
  visibleBoxes(layout, viewport, ...rows, look, boxes);
  return Array.from({ length: boxes.count }, (_, at) => ({
    node: boxes.node[at],
    row: boxes.row[at],
    x: boxes.x[at],
    width: boxes.width[at],
    flags: boxes.flags[at],
  }));
}

/** Trees of every shape: each step goes some levels up and then adds a child, which spends `self` itself. */
const anyTree = fc
  .array(
    fc.record({
      up: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, fc.nat(12)),
      self: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(2000)),
      func: fc.nat(4),
    }),
    { minLength: 1, maxLength: 150 }
  )
  .map((steps): CallTree => {
    const length = steps.length + 1;
    const parent = Int32Array.from({ length }, () => -1);
    const func = new Uint32Array(length);
    const self = new Float64Array(length);
    const path = [0];
    steps.forEach((step, at) => {
      path.length = Math.max(1, path.length - step.up);
      parent[at + 1] = path[path.length - 1];
      func[at + 1] = step.func;
      self[at + 1] = step.self;
      path.push(at + 1);
    });
    const total = self.slice();
    const subtreeEnd = Uint32Array.from({ length }, (_, node) => node + 1);
    for (let node = length - 1; node > 0; node--) {
      total[parent[node]] += total[node];
      subtreeEnd[parent[node]] = Math.max(subtreeEnd[parent[node]], subtreeEnd[node]);
    }
    const functions = { length: 5, names: ['total', 'a', 'b', 'c', 'd'] };
    return { length, parent, subtreeEnd, func, self, total, functions, unit: 'count' };
  });

/** The obvious layout: where each node of the focus's subtree stands, in pixels, one by one. */
function slowBoxes(tree: CallTree, focus: number, width: number) {
  const scale = width / tree.total[focus];
  const start = new Float64Array(tree.length);
  const cursor = new Float64Array(tree.length);
  const level = new Uint32Array(tree.length);
  const boxes = [];
  for (let node = focus; node < tree.subtreeEnd[focus]; node++) {
    if (node > focus) {
      const above = tree.parent[node];
      start[node] = start[above] + cursor[above];
      cursor[above] += tree.total[node];
      level[node] = level[above] + 1;
    }
    boxes.push({ node, level: level[node], x: start[node] * scale, width: tree.total[node] * scale });
  }
  return boxes;
}

/** A hundredth of a pixel: positions are kept as 32-bit floats in the buffers. */
const CLOSE = 0.01;

const anyPicture = fc.record({
  tree: anyTree,
  pick: fc.nat(),
  width: fc.integer({ min: 20, max: 600 }),
  orientation: fc.constantFrom('root-top' as const, 'root-bottom' as const),
});

function layOut({ tree, pick, width, orientation }: typeof anyPicture extends fc.Arbitrary<infer T> ? T : never) {
  const layout = layoutTree(tree);
  const heavy = Array.from({ length: tree.length }, (_, node) => node).filter((node) => tree.total[node] > 0);
  const focus = heavy.length > 0 ? heavy[pick % heavy.length] : 0;
  return { layout, viewport: viewportOf(layout, focus, width, orientation), hasWidth: heavy.length > 0 };
}

test('every node at least a pixel wide is drawn once, at its place, and slivers cover all the others', () => {
  fc.assert(
    fc.property(anyPicture, (input) => {
      const { layout, viewport, hasWidth } = layOut(input);
      fc.pre(hasWidth);
      const drawn = draw(layout, viewport).filter((box) => !(box.flags & BoxFlag.ancestor));
      const slivers = drawn.filter((box) => box.flags & BoxFlag.sliver);
      const wide = new Map(drawn.filter((box) => !(box.flags & BoxFlag.sliver)).map((box) => [box.node, box]));
      expect(wide.size + slivers.length).toBe(drawn.length);
      for (const expected of slowBoxes(input.tree, viewport.focus, viewport.width)) {
        const level = viewport.focusLevel + expected.level;
        const row = viewport.orientation === 'root-top' ? level : viewport.rows - 1 - level;
        const box = wide.get(expected.node);
        if (expected.width >= MIN_BOX_WIDTH + CLOSE) {
          expect(box).toMatchObject({ row });
          expect(Math.abs(box!.x - expected.x)).toBeLessThan(CLOSE);
          expect(Math.abs(box!.width - expected.width)).toBeLessThan(CLOSE);
        } else if (expected.width > CLOSE && expected.width < MIN_BOX_WIDTH - CLOSE) {
          expect(box).toBeUndefined();
          const cover = slivers.filter(
            (sliver) =>
              sliver.row === row &&
              sliver.x <= expected.x + CLOSE &&
              sliver.x + sliver.width >= expected.x + expected.width - CLOSE
          );
          expect(cover).toHaveLength(1);
        }
      }
    }),
    { numRuns: 400 }
  );
});

test('coloured slivers are short, lie on nothing, and each speaks for narrow nodes that no other speaks for', () => {
  fc.assert(
    fc.property(anyPicture, (input) => {
      const { layout, viewport, hasWidth } = layOut(input);
      fc.pre(hasWidth);
      const spokenFor: number[] = [];
      const boxes = createBoxBuffers(2);
      const sliverColourOf = (first: number, last: number) => {
        for (let position = first; position <= last; position++) {
          spokenFor.push(layout.nodes[position]);
        }
        return 9;
      };
      visibleBoxes(layout, viewport, 0, 1e6, { colourOf: () => 1, sliverColourOf }, boxes);
      const ends = new Map<number, number>();
      for (let at = 0; at < boxes.count; at++) {
        expect(boxes.x[at]).toBeGreaterThan((ends.get(boxes.row[at]) ?? 0) - CLOSE);
        ends.set(boxes.row[at], boxes.x[at] + boxes.width[at]);
        if (boxes.flags[at] & BoxFlag.sliver) {
          expect(boxes.width[at]).toBeLessThan(6 + CLOSE);
          expect([boxes.colour[at], boxes.flags[at] & BoxFlag.coloured]).toEqual([9, BoxFlag.coloured]);
        }
      }
      expect(new Set(spokenFor).size).toBe(spokenFor.length);
      for (const { node, width } of slowBoxes(input.tree, viewport.focus, viewport.width)) {
        if (width > CLOSE && width < MIN_BOX_WIDTH - CLOSE) {
          expect(spokenFor).toContain(node);
        } else if (width >= MIN_BOX_WIDTH + CLOSE) {
          expect(spokenFor).not.toContain(node);
        }
      }
    }),
    { numRuns: 300 }
  );
});

test('boxes of a row stand from left to right and never lie on each other', () => {
  fc.assert(
    fc.property(anyPicture, (input) => {
      const { layout, viewport } = layOut(input);
      const drawn = draw(layout, viewport);
      drawn.slice(1).forEach((box, at) => {
        const before = drawn[at];
        if (before.row === box.row) {
          expect(box.x).toBeGreaterThanOrEqual(before.x + before.width - CLOSE);
        }
      });
      expect(drawn.every((box) => box.x >= 0 && box.x + box.width <= viewport.width + CLOSE)).toBe(true);
    })
  );
});

test('the node under the pointer is the box that is drawn there', () => {
  fc.assert(
    fc.property(
      anyPicture,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20 }),
      (input, places) => {
        const { layout, viewport } = layOut(input);
        const drawn = draw(layout, viewport);
        for (const place of places) {
          const x = place * (viewport.width - 0.001);
          for (let row = 0; row < viewport.rows; row++) {
            const inRow = drawn.filter((box) => box.row === row);
            const isOnEdge = inRow.some((b) => Math.abs(b.x - x) < CLOSE || Math.abs(b.x + b.width - x) < CLOSE);
            if (isOnEdge) {
              continue;
            }
            const box = inRow.find((candidate) => x >= candidate.x && x < candidate.x + candidate.width);
            const node = nodeAt(layout, viewport, x, row);
            if (box === undefined) {
              expect(node).toBe(NO_NODE);
            } else if (box.flags & BoxFlag.sliver) {
              expect(node).toBeGreaterThanOrEqual(box.node);
              expect(levelOf(layout, node)).toBe(levelOf(layout, box.node));
            } else {
              expect(node).toBe(box.node);
            }
          }
        }
      }
    )
  );
});

test('what is drawn of some rows is what is drawn of all rows, cut out', () => {
  fc.assert(
    fc.property(anyPicture, fc.nat(5), fc.nat(5), (input, first, count) => {
      const { layout, viewport } = layOut(input);
      const all = draw(layout, viewport);
      const some = draw(layout, viewport, undefined, [first, first + count]);
      expect(some).toEqual(all.filter((box) => box.row >= first && box.row <= first + count));
    })
  );
});

test('a box, or a sliver with one of its nodes, is a hit exactly if its function was searched for', () => {
  fc.assert(
    fc.property(anyPicture, fc.uint8Array({ minLength: 5, maxLength: 5, max: 1 }), (input, hits) => {
      const { layout, viewport, hasWidth } = layOut(input);
      fc.pre(hasWidth);
      const drawn = draw(layout, viewport, hits);
      for (const box of drawn.filter((candidate) => !(candidate.flags & BoxFlag.sliver))) {
        const isHit = hits[input.tree.func[box.node]] === 1;
        expect(box.flags & (BoxFlag.hit | BoxFlag.miss)).toBe(isHit ? BoxFlag.hit : BoxFlag.miss);
      }
      for (const hidden of slowBoxes(input.tree, viewport.focus, viewport.width)) {
        const isNarrow = hidden.width > CLOSE && hidden.width < MIN_BOX_WIDTH - CLOSE;
        if (isNarrow && hits[input.tree.func[hidden.node]] === 1) {
          const covers = drawn.filter(
            (box) =>
              box.flags & BoxFlag.sliver &&
              levelOf(layout, box.node) === viewport.focusLevel + hidden.level &&
              box.x <= hidden.x + CLOSE &&
              box.x + box.width >= hidden.x - CLOSE
          );
          expect(covers.some((box) => box.flags & BoxFlag.hit)).toBe(true);
        }
      }
    })
  );
});

test('the focus and its ancestors take the full width', () => {
  const layout = layoutTree(
    textProfile(`
      main        90
        parse     30
        render    60
          paint   60
      gc          10`)
  );
  const viewport = viewportOf(layout, 3, 300);
  expect(draw(layout, viewport)).toEqual([
    { node: 0, row: 0, x: 0, width: 300, flags: BoxFlag.ancestor },
    { node: 1, row: 1, x: 0, width: 300, flags: BoxFlag.ancestor },
    { node: 3, row: 2, x: 0, width: 300, flags: 0 },
    { node: 4, row: 3, x: 0, width: 300, flags: 0 },
  ]);
});

test('a part of the focus fills the width, and boxes that reach out of it are clipped', () => {
  const layout = layoutTree(
    textProfile(`
      a  40
      b  40
      c  20`)
  );
  const viewport = { ...viewportOf(layout, 0, 100), from: 20, to: 70 };
  expect(draw(layout, viewport)).toEqual([
    { node: 0, row: 0, x: 0, width: 100, flags: 0 },
    { node: 1, row: 1, x: 0, width: 40, flags: 0 },
    { node: 2, row: 1, x: 40, width: 60, flags: 0 },
  ]);
  expect(nodeAt(layout, viewport, 39, 1)).toBe(1);
  expect(nodeAt(layout, viewport, 41, 1)).toBe(2);
});

test('boxes that the backend cut are marked', () => {
  const layout = layoutTree(
    textProfile(`
      main    90
        other 30 cut
      other   10`)
  );
  expect(draw(layout, viewportOf(layout, 0, 300)).map((box) => box.flags)).toEqual([0, 0, 0, BoxFlag.truncated]);
});

test('a million siblings too narrow to see are one sliver, found without looking at each', () => {
  const children = 1_000_000;
  const length = children + 1;
  let reads = 0;
  const total = new Float64Array(length).fill(1);
  total[0] = children;
  const tree: CallTree = {
    length,
    parent: new Int32Array(length).fill(-1, 0, 1),
    subtreeEnd: Uint32Array.from({ length }, (_, node) => (node === 0 ? length : node + 1)),
    func: new Uint32Array(length),
    total,
    self: total,
    functions: { length: 1, names: ['total'] },
    unit: 'count',
  };
  const layout = layoutTree(tree);
  const counting = <T extends object>(column: T) =>
    new Proxy(column, {
      get(target, key) {
        reads++;
        return Reflect.get(target, key) as unknown;
      },
    });
  const counted = { ...layout, nodes: counting(layout.nodes), startHigh: counting(layout.startHigh) };
  expect(draw(counted, viewportOf(layout, 0, 1000)).map((box) => box.width)).toEqual([1000, 1000]);
  expect(reads).toBeLessThan(60_000);
});

test.each(['root-top', 'root-bottom'] as const)('without its root a picture is a row lower: %s', (orientation) => {
  const tree = textProfile('main 100\n  parse 60\n  draw 40\n    fill 40');
  const layout = layoutTree(tree);
  const whole = viewportOf(layout, 1, 100, orientation);
  const without = viewportOf(layout, 1, 100, orientation, 1);
  expect([whole.rows, without.rows]).toEqual([4, 3]);
  const shift = orientation === 'root-top' ? 1 : 0;
  const rows = (viewport: Viewport) => draw(layout, viewport).map(({ node, row }) => [node, row] as const);
  expect(rows(without)).toEqual(
    rows(whole)
      .filter(([node]) => node !== 0)
      .map(([node, row]) => [node, row - shift])
  );
  for (const [node, row] of rows(without)) {
    const rect = nodeRect(layout, without, node);
    expect(rect?.row).toBe(row);
    expect(nodeAt(layout, without, (rect?.x ?? 0) + 1, row)).toBe(node);
  }
  expect(nodeRect(layout, without, 0)).toBeUndefined();
});
