import fc from 'fast-check';
import { calleesOf } from './calleesOf';
import { ROOT, type CallTree, type NodeIndex } from './callTree';
import { functionDetails } from './functionDetails';
import { groupTrees } from './groupTrees';
import { callersOf, invertTree } from './invertTree';
import { overlayTrees, sumColumn } from './overlayTrees';
import { nodeByPath, pathOf } from './nodePath';
import { isCut, knownBelow, truncatedShare } from './cuts';
import { refineTree } from './refineTree';
import { scaleTree } from './scaleTree';
import { matchingNodes, searchFunctions, searchTotals, type SearchQuery } from './search';
import { sideOfComparison } from './sideOfComparison';
import { parseSymbol } from './symbols/parseSymbol';
import { childrenAsTrees } from './testing/childrenAsTrees';
import { anyProfile, CUT, cutsApart } from './testing/cutTrees';
import { expectWellFormed, type ValuePromise } from './testing/expectWellFormed';
import { namesOf, slowValuesByPath, stacksOf, valuesByPath, type Stack } from './testing/stacks';
import { callTreeToText, textProfile } from './textProfile';
import { topTable } from './topTable';

/*
 * What is made of trees, against what it is of their stacks, the slow way: of profiles and comparisons, with cuts,
 * recursion, empty sides, and values below 0.
 */

/** Functions that share a name, as anonymous ones do in two files, are added to some trees. */
const anyTree = fc.tuple(anyProfile(), fc.boolean()).map(([tree, hasTwins]) => (hasTwins ? withTwins(tree) : tree));

function withTwins(tree: CallTree): CallTree {
  const { length, names } = tree.functions;
  return {
    ...tree,
    func: tree.func.map((func, node) => (node > 0 && node % 2 === 0 ? func + length - 1 : func)),
    functions: { length: 2 * length - 1, names: [...names, ...names.slice(1)] },
  };
}

const promiseOf = ({ self, right }: CallTree): ValuePromise =>
  [...self, ...(right?.self ?? [])].some((value) => value < 0) ? 'any finite' : 'profile';

/** The stacks of each side, cuts under a name of their own. */
function stacksOfSides(tree: CallTree): Stack[][] {
  const apart = cutsApart(tree);
  return [stacksOf(apart), ...(apart.right === undefined ? [] : [stacksOf(apart, apart.right.self)])];
}

const withoutZeros = (values: ReturnType<typeof valuesByPath>) =>
  Object.fromEntries(
    Object.entries(values).filter(([path, { total, self }]) => path === '[]' || total !== 0 || self !== 0)
  );

function expectStacks(tree: CallTree, sides: readonly (readonly Stack[])[], promise: ValuePromise) {
  expectWellFormed(tree, { values: promise });
  const apart = cutsApart(tree);
  const got = [valuesByPath(apart), ...(apart.right === undefined ? [] : [valuesByPath(apart, apart.right)])];
  expect(got.map(withoutZeros)).toEqual(sides.map((stacks) => withoutZeros(slowValuesByPath(stacks))));
}

const sum = (stacks: readonly Stack[]) => stacks.reduce((total, { value }) => total + value, 0);
const all = { maxNodes: Infinity };

test('bottom-up is every stack reversed, and what was cut one leaf', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const reversed = stacksOfSides(tree).map((stacks) =>
        stacks.map(({ names, value }) => ({
          names: names.at(-1) === CUT ? [CUT] : names.toReversed(),
          value,
        }))
      );
      expectStacks(invertTree(tree, all), reversed, promiseOf(tree));
    })
  );
});

test('a sandwich is every stack with a function of the name, at its outermost call', () => {
  fc.assert(
    fc.property(anyTree, fc.nat(), (tree, pick) => {
      fc.pre(tree.functions.length > 1);
      const func = 1 + (pick % (tree.functions.length - 1));
      const name = tree.functions.names[func];
      const sides = stacksOfSides(tree).map((stacks) => stacks.filter(({ names }) => names.includes(name)));
      const above = sides.map((stacks) =>
        stacks.map(({ names, value }) => ({ names: names.slice(0, names.indexOf(name) + 1).toReversed(), value }))
      );
      const below = sides.map((stacks) =>
        stacks.map(({ names, value }) => ({ names: names.slice(names.indexOf(name)), value }))
      );
      expectStacks(callersOf(tree, func, all), above, promiseOf(tree));
      expectStacks(calleesOf(tree, func), below, promiseOf(tree));
    })
  );
});

test('trees laid over each other have all of their stacks, each tree in its own columns', () => {
  fc.assert(
    fc.property(fc.array(anyTree, { maxLength: 3 }), (trees) => {
      const overlay = overlayTrees(trees);
      trees.forEach((tree, at) => {
        const of = (column: Float64Array) => sumColumn(overlay, (other) => (other === at ? column : undefined));
        const alone = { ...overlay.structure, total: of(tree.total), self: of(tree.self) };
        expectStacks(alone, [stacksOfSides(tree)[0]], promiseOf(tree));
        overlay.places[at].forEach((place, node) => {
          expect([pathOf(overlay.structure as CallTree, place), isCut(overlay.structure, place)]).toEqual([
            pathOf(tree, node),
            isCut(tree, node),
          ]);
        });
      });
    })
  );
});

test('groups are the trees that they were made of, one side or two', () => {
  fc.assert(
    fc.property(fc.array(anyTree, { maxLength: 3 }), (trees) => {
      const isComparison = trees.some(({ right }) => right !== undefined);
      const promise = trees.map(promiseOf).find((one) => one !== 'profile') ?? 'profile';
      const grouped = groupTrees(
        trees.map((tree, at) => ({ name: String(at), tree })),
        'nanoseconds'
      );
      expectWellFormed(grouped, { values: promise });
      expect(grouped.total[ROOT]).toBe(trees.reduce((total, tree) => total + tree.total[ROOT], 0));
      childrenAsTrees(grouped).forEach(({ name, tree: group }) => {
        const sides = stacksOfSides(trees[Number(name)]);
        expectStacks(group, isComparison && sides.length === 1 ? [...sides, []] : sides, promise);
      });
    })
  );
});

test('a multiple has every value multiplied, on both sides, and nothing else changed', () => {
  fc.assert(
    fc.property(anyTree, fc.constantFrom(0, 0.25, 1, 3, -2), (tree, factor) => {
      const scaled = scaleTree(tree, factor);
      const times = (values: Float64Array) => Array.from(values, (value) => value * factor);
      for (const [side, of] of [[scaled, tree] as const, [scaled.right, tree.right] as const]) {
        expect(side && [Array.from(side.total), Array.from(side.self)]).toEqual(
          of && [times(of.total), times(of.self)]
        );
      }
      expect([scaled.parent, scaled.func, scaled.truncated]).toEqual([tree.parent, tree.func, tree.truncated]);
    })
  );
});

test('a side of a comparison is that side alone', () => {
  fc.assert(
    fc.property(
      anyTree.filter(({ right }) => right !== undefined),
      (tree) => {
        const [left, right] = stacksOfSides(tree);
        expectStacks(sideOfComparison(tree, 'baseline'), [left], promiseOf(tree));
        expectStacks(sideOfComparison(tree, 'compared'), [right], promiseOf(tree));
      }
    )
  );
});

test('the table of functions and their details are what the stacks add up to', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const table = topTable(tree);
      const sides = stacksOfSides(tree);
      for (const name of new Set(tree.functions.names.slice(1))) {
        const funcs = tree.functions.names.flatMap((other, func) => (func > 0 && other === name ? [func] : []));
        const holds = sides.map((stacks) => sum(stacks.filter(({ names }) => names.includes(name))));
        const ends = sides.map((stacks) => sum(stacks.filter(({ names }) => names.at(-1) === name)));
        const details = functionDetails(tree, name);
        if (details !== undefined) {
          const sided = ({ value, right }: { value: number; right?: number }) => [value, right].slice(0, sides.length);
          expect([sided(details.total), sided(details.self)]).toEqual([holds, ends]);
        } else {
          expect([...holds, ...ends].every((value) => value === 0)).toBe(true);
        }
        const rows = [table, ...(table.right === undefined ? [] : [table.right])];
        expect(rows.map(({ self }) => funcs.reduce((total, func) => total + self[func], 0))).toEqual(ends);
        if (funcs.length === 1) {
          expect(rows.map(({ total }) => total[funcs[0]])).toEqual(holds);
        }
      }
    })
  );
});

const anyQuery: fc.Arbitrary<SearchQuery> = fc.oneof(
  fc.record({ text: fc.constantFrom('a', 'MAIN.', 'serve', 'o', 'zzz', '.'), kind: fc.constant('literal' as const) }),
  fc.record({ text: fc.constantFrom('^a$', 'a|b', '^$', '\\bserve'), kind: fc.constant('regex' as const) }),
  fc.record({
    text: fc.constantFrom('main', '.'),
    kind: fc.constant('literal' as const),
    in: fc.constant('package' as const),
  })
);

test('a search finds what is called so, and counts each stack once', () => {
  fc.assert(
    fc.property(anyTree, anyQuery, (tree, query) => {
      const isIt = (name: string) => {
        const text = query.in === 'package' ? parseSymbol(name, undefined).package : name;
        return query.kind === 'regex'
          ? new RegExp(query.text, 'i').test(text)
          : text.toLowerCase().includes(query.text.toLowerCase());
      };
      const matches = searchFunctions(tree.functions, query);
      const nodes = Array.from({ length: tree.length }, (_, node) => node).slice(1);
      const found = nodes.filter((node) => isIt(tree.functions.names[tree.func[node]]));
      expect(Array.from(matchingNodes(tree, matches))).toEqual(found);
      const totals = searchTotals(tree, matches);
      const slow = (self: Float64Array) => sum(stacksOf(tree, self).filter(({ names }) => names.some(isIt)));
      expect([totals.nodes, totals.total, totals.right?.total]).toEqual([
        found.length,
        slow(tree.self),
        tree.right && slow(tree.right.self),
      ]);
    })
  );
});

/** The tree with all that one node calls cut. */
function cutBelow(tree: CallTree, place: NodeIndex): CallTree {
  const sides = tree.right === undefined ? [tree] : [tree, tree.right];
  const text = (values: number[]) => values.join(' -> ');
  const lines = [`(root) ${text(sides.map(({ total }) => total[ROOT]))}`];
  for (let node = 1; node < tree.length; node++) {
    const depth = namesOf(tree, node).length;
    const isCutNow = node > place && node < tree.subtreeEnd[place];
    if (!isCutNow) {
      const name = JSON.stringify(tree.functions.names[tree.func[node]]);
      const mark = isCut(tree, node) ? ' cut' : '';
      lines.push(`${'  '.repeat(depth)}${name} ${text(sides.map(({ total }) => total[node]))}${mark}`);
    }
    if (node === place) {
      const rest = text(sides.map(({ total, self }) => total[node] - self[node]));
      lines.push(`${'  '.repeat(depth + 1)}other ${rest} cut`);
    }
  }
  return textProfile(lines.join('\n'));
}

test('what is refined is there again, whatever else the finer answer has, and nothing else moves', () => {
  fc.assert(
    fc.property(anyProfile(), fc.nat(), fc.constantFrom(1, 2, 0.5), (whole, pick, factor) => {
      // Parts of a total that is 0, as differences have, cannot be scaled to it.
      fc.pre(promiseOf(whole) === 'profile');
      const inner = Array.from({ length: whole.length }, (_, node) => node).filter(
        (node) => node > 0 && knownBelow(whole, node) > 1 && nodeByPath(whole, pathOf(whole, node)) === node
      );
      fc.pre(inner.length > 0);
      const place = inner[pick % inner.length];
      const tree = cutBelow(whole, place);
      const at = tree.truncated!.find((cut) => tree.parent[cut] === place)!;
      const refined = refineTree(tree, at, scaleTree(whole, factor));
      expectWellFormed(refined);
      expect(callTreeToText(refined)).toBe(callTreeToText(whole));
      expect([tree, refined].map(truncatedShare).every((value) => value >= 0 && value <= 1)).toBe(true);
    })
  );
});
