import { textProfile } from '../../profile/textProfile';
import { levelsDownTo } from './levelSearch';
import { layoutTree, levelOf, startOf, type TreeLayout } from './treeLayout';

/** "name start..end" of every box, a line a level. */
function picture(layout: TreeLayout): string[] {
  const { functions, func } = layout.tree;
  return Array.from({ length: layout.levels }, (_, level) =>
    Array.from(layout.nodes.slice(layout.levelOffsets[level], layout.levelOffsets[level + 1]), (node) => {
      const start = startOf(layout, node, level);
      return `${functions.names[func[node]]} ${round(start)}..${round(start + layout.weight[node])}`;
    }).join(', ')
  );
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;

test('siblings are packed to the left, and what a node spends itself is the gap at its right', () => {
  const layout = layoutTree(
    textProfile(`
      main      12
        parse    4
          read   3
        render   5
          paint  5
      gc         2`)
  );
  expect(picture(layout)).toEqual([
    'total 0..14',
    'main 0..12, gc 12..14',
    'parse 0..4, render 4..9',
    'read 0..3, paint 4..9',
  ]);
});

test('a comparison is as wide as both sides together', () => {
  const layout = layoutTree(
    textProfile(`
      old 4 -> 0
      both 3 -> 2
      new 0 -> 5`)
  );
  expect(picture(layout)).toEqual(['total 0..14', 'old 0..4, both 4..9, new 9..14']);
});

test('an empty profile has one level and no width', () => {
  const layout = layoutTree(textProfile(''));
  expect(layout.levels).toBe(1);
  expect(picture(layout)).toEqual(['total 0..0']);
});

test('a difference is laid out by size, and a caller is never narrower than what it calls', () => {
  const layout = layoutTree(
    textProfile(`
      main      -2
        parse    4
        render  -6`)
  );
  expect(picture(layout)).toEqual(['total 0..10', 'main 0..10', 'parse 0..4, render 4..10']);
});

test.each([NaN, Infinity, -Infinity])('a total of %p takes no room', (bad) => {
  const tree = textProfile(`
    main      12
      parse    4
      render   5`);
  tree.total[2] = bad;
  expect(picture(layoutTree(tree))).toEqual(['total 0..12', 'main 0..12', 'parse 0..0, render 0..5']);
});

test('totals beyond what a number holds are drawn as nothing, not as a wrong picture', () => {
  const tree = textProfile(`
    a 1
    b 1`);
  tree.total.fill(Number.MAX_VALUE);
  tree.total[0] = Infinity;
  expect(picture(layoutTree(tree))[0]).toBe('total 0..0');
});

test('ten thousand levels are laid out, and a subtree knows how deep it goes', () => {
  const depth = 10_000;
  const tree = textProfile('a 1');
  const length = depth + 2;
  const chain = {
    ...tree,
    length,
    parent: Int32Array.from({ length }, (_, node) => (node === length - 1 ? 0 : node - 1)),
    subtreeEnd: Uint32Array.from({ length }, (_, node) => (node === 0 || node === length - 1 ? length : length - 1)),
    func: new Uint32Array(length).fill(1),
    total: new Float64Array(length).fill(1).fill(2, 0, 1),
    self: new Float64Array(length),
  };
  const layout = layoutTree(chain);
  expect(layout.levels).toBe(depth + 1);
  expect(levelOf(layout, depth)).toBe(depth);
  expect(levelsDownTo(layout, 1, 1)).toBe(depth + 1);
  expect(levelsDownTo(layout, length - 1, 1)).toBe(2);
});
