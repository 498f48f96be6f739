import fc from 'fast-check';
import type { CallTree, NodeIndex } from './callTree';
import { decodeFlameGraph } from './decodeFlameGraph';
import { diffTrees } from './diffTrees';
import { mergeTrees } from './mergeTrees';
import { nodeByPath, pathOf } from './nodePath';
import { isCut, truncatedShare } from './cuts';
import { refineTree } from './refineTree';
import { encodeFlameGraph, type FlameGraphJson } from './testing/encoders';
import { expectWellFormed } from './testing/expectWellFormed';
import { recordedJson } from './testing/recordings';
import { anyTree, deepTree } from './testing/stacks';
import { callTreeToText, picture, textProfile } from './textProfile';

const coarse = textProfile(`
  main     20
    parse  12
      read  5
      other 6 cut
    render  6
      other 6 cut
  other     3 cut`);

const refined = (tree: CallTree, path: readonly string[], finer: CallTree) => {
  const result = refineTree(tree, nodeByPath(tree, path)!, finer);
  expectWellFormed(result);
  return callTreeToText(result);
};

const finerParse = textProfile(`
  main      12
    parse   12
      read   5
        copy 2
      skip   4
      other  2 cut`);

const parseRefined = picture(`
  main      20
    parse   12
      read   5
        copy 2
      skip   4
      other  2 cut
    render   6
      other  6 cut
  other      3 cut`);

test('a place is shown in more detail, and nothing else changes', () => {
  expect(refined(coarse, ['main', 'parse'], finerParse)).toBe(parseRefined);
});

test('asked of the cut functions, it is their caller that is refined', () => {
  expect(refined(coarse, ['main', 'parse', 'other'], finerParse)).toBe(parseRefined);
});

test('an answer that holds the whole profile is looked at below the place only', () => {
  const whole = mergeTrees([finerParse, textProfile('main 8\n  render 6\n    draw 6\nidle 3\n  sleep 1')]);
  expect(refined(coarse, ['main', 'render'], whole)).toBe(
    picture(`
      main      20
        parse   12
          read   5
          other  6 cut
        render   6
          draw   6
      other      3 cut`)
  );
  expect(refined(coarse, [], whole)).toBe(callTreeToText(whole));
});

test('where data came in between, the finer values are scaled to the place, which does not move', () => {
  const later = textProfile('main 24\n  parse 24\n    read 12\n    skip 12');
  expect(refined(coarse, ['main', 'parse'], later)).toBe(
    picture(`
      main     20
        parse  12
          read  6
          skip  6
        render  6
          other 6 cut
      other     3 cut`)
  );
});

test('each side of a comparison is scaled by itself, and what one has no more becomes its own value', () => {
  const diff = textProfile('main 10 -> 20\n  other 10 -> 20 cut');
  const finer = textProfile('main 5 -> 0\n  parse 4 -> 0\n  read 1 -> 0');
  const result = refineTree(diff, 1, finer);
  expectWellFormed(result);
  expect(callTreeToText(result)).toBe(
    picture(`
      main    10 -> 20
        parse  8 -> 0
        read   2 -> 0`)
  );
  expect(result.right!.self[1]).toBe(20);
});

test('an answer that tells no more leaves the very same tree', () => {
  const noMore = [textProfile(''), textProfile('main 12\n  parse 12\n    other 12 cut'), textProfile('idle 1\n  a 1')];
  for (const finer of noMore) {
    expect(refineTree(coarse, 2, finer)).toBe(coarse);
  }
});

test('an answer with as many nodes tells more if it cuts fewer', () => {
  expect(refined(textProfile('a 3\n  other 3 cut'), ['a'], textProfile('a 3\n  b 3'))).toBe('a 3\n  b 3');
});

test('a comparison and another tree do not go together', () => {
  expect(() => refineTree(coarse, 2, diffTrees(finerParse, finerParse))).toThrow(RangeError);
});

test('functions keep their numbers, and new ones bring their files', () => {
  const files = { files: ['a.go'], file: Int32Array.of(-1, 0, 0, -1), startLine: Int32Array.of(0, 5, 9, 0) };
  const tree = textProfile('main 5\n  parse 5\n    other 5 cut');
  const finer = textProfile('main 5\n  parse 5\n    read 5');
  const result = refineTree(tree, 2, {
    ...finer,
    functions: { ...finer.functions, ...files, file: Int32Array.of(-1, 0, -1, 0) },
  });
  expect(result.functions.names).toEqual(['total', 'main', 'parse', 'other', 'read']);
  expect(Array.from(result.functions.file!)).toEqual([-1, -1, -1, -1, 0]);
});

test('what is cut is known, and its share of the whole', () => {
  expect(Array.from({ length: coarse.length }, (_, node) => isCut(coarse, node))).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
    true,
    true,
  ]);
  expect(truncatedShare(coarse)).toBe(15 / 23);
  expect(truncatedShare(textProfile('a 1 -> 3\n  other 0 -> 2 cut'))).toBe(2 / 3);
  expect([truncatedShare(finerParse), truncatedShare(textProfile('')), isCut(textProfile('a 1'), 1)]).toEqual([
    2 / 12,
    0,
    false,
  ]);
});

/** The tree with the children of some nodes cut: those nodes have one leaf instead of all that they call. */
function cutAt(tree: CallTree, nodes: ReadonlySet<NodeIndex>): CallTree {
  const lines: string[] = [];
  const sides = tree.right === undefined ? [tree] : [tree, tree.right];
  const depth = new Uint32Array(tree.length);
  const value = (values: number[]) => values.join(' -> ');
  for (let node = 1; node < tree.length; node++) {
    depth[node] = depth[tree.parent[node]] + 1;
    const indent = '  '.repeat(depth[node]);
    const name = JSON.stringify(tree.functions.names[tree.func[node]]);
    lines.push(`${indent}${name} ${value(sides.map(({ total }) => total[node]))}`);
    if (nodes.has(node) && tree.subtreeEnd[node] > node + 1) {
      lines.push(`${indent}  other ${value(sides.map(({ total, self }) => total[node] - self[node]))} cut`);
      node = tree.subtreeEnd[node] - 1;
    }
  }
  return textProfile([`(root) ${value(sides.map(({ total }) => total[0]))}`, ...lines].join('\n'));
}

test('whatever was cut, asking for every cut gives the whole tree again', () => {
  fc.assert(
    fc.property(anyTree, anyTree, fc.boolean(), fc.array(fc.nat(40)), (left, right, isDiff, picks) => {
      const whole = isDiff ? diffTrees(left, right) : left;
      let tree = cutAt(whole, new Set(picks.map((pick) => pick % whole.length)));
      const cuts = tree.truncated?.length ?? 0;
      for (let asked = 0; asked < cuts; asked++) {
        const cut = tree.truncated![0];
        const place = tree.parent[cut];
        const before = tree;
        tree = refineTree(tree, cut, whole);
        expectWellFormed(tree);
        expect(tree).not.toBe(before);
        expect(pathOf(tree, place)).toEqual(pathOf(before, place));
        expect([tree.total[place], tree.right?.total[place]]).toEqual([
          before.total[place],
          before.right?.total[place],
        ]);
      }
      expect(tree.truncated).toBeUndefined();
      expect(callTreeToText(tree)).toBe(callTreeToText(whole));
    })
  );
});

test('a recorded answer that was cut to 128 nodes is refined by the recorded answer with 8,192', () => {
  const treeOf = (file: string, maxNodes: number) => {
    const { flamegraph } = recordedJson<{ flamegraph: FlameGraphJson }>(file);
    return decodeFlameGraph(encodeFlameGraph(flamegraph), { unit: 'nanoseconds', maxNodes });
  };
  const small = treeOf('flamegraph/checkout.cpu-max-128.json', 128);
  const large = treeOf('flamegraph/checkout.cpu-max-8192.json.gz', 8192);
  const cut = small.truncated!.reduce((a, b) => (small.total[b] > small.total[a] ? b : a));
  const result = refineTree(small, cut, large);
  expectWellFormed(result);
  const place = small.parent[cut];
  const source = nodeByPath(large, pathOf(small, place))!;
  expect(result.total.slice(place, result.subtreeEnd[place])).toEqual(
    large.total.slice(source, large.subtreeEnd[source])
  );
  expect(result.length).toBeGreaterThan(small.length + 20);
  expect(truncatedShare(result)).toBeLessThan(truncatedShare(small));
});

test('10,000 levels are no trouble', () => {
  const result = refineTree(textProfile('f0 1\n  other 1 cut'), 1, deepTree(10_000));
  expect([result.length, result.total[10_000], result.parent[10_000]]).toEqual([10_001, 1, 9999]);
});
