import { type CallTree, type NodeIndex, ROOT } from '../../../profile/callTree';
import { textProfile } from '../../../profile/textProfile';
import { OpenRows } from './openRows';

/** The same, slow and obvious: which nodes are open, and all rows from the top whenever they are asked for. */
class SlowRows {
  readonly open = new Set<NodeIndex>();
  descending = false;

  constructor(private readonly tree: CallTree) {}

  rows(node = ROOT, level = 1, place = 1, of = 1): string[] {
    const row = `${node} at ${level}, ${place} of ${of}`;
    if (!this.open.has(node)) {
      return [row];
    }
    const children = Array.from(this.tree.parent.keys()).filter((child) => this.tree.parent[child] === node);
    children.sort((a, b) => (this.descending ? b - a : a - b));
    return [row, ...children.flatMap((child, at) => this.rows(child, level + 1, at + 1, children.length))];
  }
}

const ascending = (siblings: Uint32Array) => siblings.sort();
const descending = (siblings: Uint32Array) => siblings.sort().reverse();

function picture(rows: OpenRows): string[] {
  return Array.from(
    { length: rows.count },
    (_, row) => `${rows.nodeAt(row)} at ${rows.levelAt(row)}, ${rows.positionAt(row)} of ${rows.setSizeAt(row)}`
  );
}

function randomTree(next: (below: number) => number): CallTree {
  let level = 0;
  return textProfile(
    Array.from({ length: 2 + next(60) }, (_, at) => {
      level = at === 0 ? 0 : next(Math.min(level + 2, 8));
      return `${'  '.repeat(level)}f${at} -1`;
    }).join('\n')
  );
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))('opening and closing at random, seed %d', (seed) => {
  let random = seed + 1;
  const next = (below: number) => {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0;
    return (random >>> 8) % below;
  };
  const tree = randomTree(next);
  const isLeaf = (node: NodeIndex) => tree.subtreeEnd[node] === node + 1;
  const rows = new OpenRows(tree, ascending);
  const slow = new SlowRows(tree);
  for (let step = 0; step < 60; step++) {
    const row = next(rows.count);
    const node = rows.nodeAt(row);
    switch (next(6)) {
      case 0:
      case 1:
        rows.open(row);
        if (!isLeaf(node)) {
          slow.open.add(node);
        }
        break;
      case 2:
        rows.close(row);
        slow.open.delete(node);
        break;
      case 3: {
        const anyNode = next(tree.length);
        expect(rows.nodeAt(rows.openTo(anyNode))).toBe(anyNode);
        for (let at = tree.parent[anyNode]; at >= 0; at = tree.parent[at]) {
          slow.open.add(at);
        }
        break;
      }
      case 4:
        rows.openSiblings(row);
        for (let other = 0; other < tree.length; other++) {
          if (tree.parent[other] === tree.parent[node] && !isLeaf(other)) {
            slow.open.add(other);
          }
        }
        break;
      default:
        slow.descending = !slow.descending;
        rows.sortBy(slow.descending ? descending : ascending);
    }
    expect(picture(rows)).toEqual(slow.rows());
    expect(rows.depth).toBe(Math.max(...slow.rows().map((text) => Number(/at (\d+)/.exec(text)?.[1]))));
  }
});

test('only what is kept has rows, and what calls nothing that is kept cannot be opened', () => {
  const tree = textProfile(`
    a   5
      b 2
      c 3`);
  const rows = new OpenRows(tree, ascending, (node) => node < 3);
  rows.openAll([0, 1]);
  expect(picture(rows)).toEqual(['0 at 1, 1 of 1', '1 at 2, 1 of 1', '2 at 3, 1 of 1']);
  expect(rows.isOpenAt(2)).toBeUndefined();
  expect(rows.openTo(3)).toBe(-1);
});

test('a stack of ten thousand functions opens and closes', () => {
  const levels = 10_000;
  const tree: CallTree = {
    ...textProfile('f 1'),
    length: levels,
    parent: Int32Array.from({ length: levels }, (_, node) => node - 1),
    subtreeEnd: new Uint32Array(levels).fill(levels),
    func: new Uint32Array(levels).fill(1, 1),
  };
  const rows = new OpenRows(tree, ascending);
  expect(rows.openTo(levels - 1)).toBe(levels - 1);
  expect(rows.depth).toBe(levels);
  rows.close(0);
  expect(rows.count).toBe(1);
});
