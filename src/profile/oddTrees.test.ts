import { calleesOf } from './calleesOf';
import type { CallTree, NodeIndex } from './callTree';
import { createCallTreeBuilder } from './callTreeBuilder';
import { changeOf, functionChange } from './diffChange';
import { diffTrees } from './diffTrees';
import { collapsedStacks } from './export/collapsedStacks';
import { comparisonCsv } from './export/comparisonCsv';
import { comparisonMarkdown } from './export/comparisonMarkdown';
import { pprofOfTree } from './export/pprofOfTree';
import { speedscopeFile } from './export/speedscopeFile';
import { topTableCsv } from './export/topTableCsv';
import { topTableMarkdown } from './export/topTableMarkdown';
import { applyFilters } from './filters/applyFilters';
import { filterText } from './filters/filterText';
import { presetFor } from './filters/presets';
import type { FunctionMatch, StackRule } from './filters/stackFilter';
import { functionDetails } from './functionDetails';
import { groupTrees } from './groupTrees';
import { childrenAsTrees } from './testing/childrenAsTrees';
import { callersOf, invertTree } from './invertTree';
import { mergeTrees } from './mergeTrees';
import { nodeByPath, pathOf } from './nodePath';
import { callTreeOfPprof } from './pprof/callTreeOfPprof';
import { decodePprof } from './pprof/decodePprof';
import { encodePprof } from './pprof/encodePprof';
import { truncatedShare } from './cuts';
import { refineTree } from './refineTree';
import { scaleTree } from './scaleTree';
import { searchFunctions, searchTotals } from './search';
import { expectWellFormed, type ValuePromise } from './testing/expectWellFormed';
import { deepTree, treeOfStacks } from './testing/stacks';
import { callTreeToText, textProfile } from './textProfile';
import { topTable } from './topTable';

const FIVE_MB = 5_000_000;
const LONG = 'example.com/'.concat('x'.repeat(FIVE_MB), '.(*T).f');
const CONTROL = 'bell\u0007 null\0 line\nreturn\r tab\t escape\u001b[31m del\u007f nel\u0085 ls\u2028';
const RIGHT_TO_LEFT = 'قياس.تحميل\u202Egpj.exe\u2066שלום\u200f';

/** Trees that real profiles are not, until one is. */
const odd: Readonly<Record<string, { tree: CallTree; values?: ValuePromise }>> = {
  'of one node': { tree: textProfile('') },
  'of one node with a value': { tree: textProfile('(root) 5') },
  'of no value': { tree: textProfile('a 0\n  b 0\n  other 0 cut\nc 0') },
  'a comparison of no value': { tree: textProfile('a 0 -> 0\n  b 0 -> 0') },
  'with negative values': { tree: textProfile('a 5\n  b -7\n    c 3\n  d 20\ne -9'), values: 'any finite' },
  'a comparison with negative values': {
    tree: textProfile('a 5 -> -5\n  b -7 -> 7\nc 0 -> -2'),
    values: 'any finite',
  },
  'whose values add up to nothing': { tree: textProfile('a 5\nb -5\n  c -5'), values: 'any finite' },
  'with values that are no numbers': { tree: withNoNumbers(), values: 'any' },
  'of 10,000 levels': { tree: deepTree(10_000) },
  'of 10,000 levels of different functions': {
    tree: treeOfStacks([{ names: Array.from({ length: 10_000 }, (_, level) => `g${level}`), value: 1 }]),
  },
  'of 10,000 siblings': {
    tree: treeOfStacks(Array.from({ length: 10_000 }, (_, at) => ({ names: ['main', `s${at}`], value: at }))),
  },
  'with names of 5 MB': {
    tree: treeOfStacks([
      { names: [LONG, `${LONG}2`], value: 1 },
      { names: ['('.repeat(FIVE_MB)], value: 1 },
    ]),
  },
  'with control characters in names': { tree: treeOfStacks([{ names: [CONTROL, '', ' ', '\0'], value: 3 }]) },
  'with names from right to left': { tree: treeOfStacks([{ names: [RIGHT_TO_LEFT, `${RIGHT_TO_LEFT}2`], value: 3 }]) },
  'with siblings of one name': { tree: textProfile('a 5\n  b 2\n    c 1\n  b 3\n    d 1\na 1\nother 3 cut') },
  'with functions of one name': { tree: withFunctionsOfOneName() },
  'with names of what JavaScript has': {
    tree: treeOfStacks([{ names: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'], value: 2 }]),
  },
  'with the largest values': { tree: textProfile(`a ${Number.MAX_VALUE / 16}\n  b ${Number.MAX_VALUE / 64}`) },
};

function withNoNumbers(): CallTree {
  const tree = textProfile('a 9\n  b 5\n    c 2\n  d 3\ne 1');
  tree.total.set([Number.NaN, Number.NaN, 5, Number.POSITIVE_INFINITY]);
  tree.self.set([0, 1, Number.NaN, Number.NEGATIVE_INFINITY]);
  return tree;
}

function withFunctionsOfOneName(): CallTree {
  const builder = createCallTreeBuilder('count');
  const at = (startLine: number) => builder.functionId('func1', { file: 'a.go', startLine });
  builder.addStackOfIds([at(1), at(2), at(1)], 3);
  builder.addStackOfIds([at(2), builder.functionId('func1')], 4);
  return builder.build();
}

const MATCHES: readonly FunctionMatch[] = [
  { by: 'function', value: 'b' },
  { by: 'package', value: '' },
  { by: 'file', value: 'a.go' },
  { by: 'text', value: 'f' },
  { by: 'regex', value: '.' },
];
const RULES: readonly StackRule[] = [
  ...MATCHES.flatMap((match) =>
    (['only-with', 'without', 'hide-frame', 'from', 'up-to', 'collapse-package'] as const).map((kind) => ({
      kind,
      match,
    }))
  ),
  { kind: 'focus', path: ['a', 'b'] },
  { kind: 'collapse-recursion', scope: 'direct' },
  { kind: 'collapse-recursion', scope: 'whole' },
  { kind: 'only-my-code' },
  { kind: 'preset', preset: 'go' },
  { kind: 'preset', preset: 'jvm' },
  { kind: 'only-changed', atLeast: 0.01 },
];

describe.each(Object.entries(odd))('a tree %s', (_, { tree, values = 'profile' }) => {
  const wellFormed = (...trees: readonly CallTree[]) => trees.forEach((each) => expectWellFormed(each, { values }));
  const last: NodeIndex = tree.length - 1;

  test('is itself what it promises to be', () => {
    wellFormed(tree);
  });

  test('comes well-formed through every filter', () => {
    for (const rule of RULES) {
      const { tree: filtered, kept } = applyFilters(tree, [{ rule }]);
      wellFormed(filtered);
      expect([filterText(rule), kept >= 0 && kept <= 1]).toEqual([filterText(rule), true]);
    }
  });

  test('is merged, compared, grouped, scaled and taken apart again', () => {
    const diff = diffTrees(tree, scaleTree(tree, 0.5));
    const groups = groupTrees(
      [
        { name: 'x', tree },
        { name: 'y', tree },
      ],
      tree.unit
    );
    wellFormed(diff, mergeTrees([tree, tree]), groups, ...childrenAsTrees(groups).map((group) => group.tree));
    expect(callTreeToText(childrenAsTrees(groups)[0].tree)).toBe(callTreeToText(tree));
  });

  test('is read from the bottom up and around each of its functions', () => {
    const { func } = tree;
    wellFormed(invertTree(tree), callersOf(tree, func[last]), calleesOf(tree, func[last]));
  });

  test('is searched, described and found again', () => {
    const table = topTable(tree);
    expect(table.nodes.reduce((sum, count) => sum + count, 0)).toBe(last - (tree.truncated?.length ?? 0));
    const name = tree.functions.names[tree.func[last]];
    expect(functionDetails(tree, name) === undefined).toBe(last === 0 || tree.truncated?.includes(last) === true);
    expect(searchTotals(tree, searchFunctions(tree.functions, name)).nodes > 0).toBe(last > 0 && name !== '');
    const found = nodeByPath(tree, pathOf(tree, last))!;
    expect(pathOf(tree, found)).toEqual(pathOf(tree, last));
    expect(() => presetFor(tree)).not.toThrow();
  });

  test('has changes that are finite', () => {
    const whole = { left: tree.total[0], right: (tree.right ?? tree).total[0] };
    const changes = [
      changeOf(tree, last, 'share'),
      functionChange(topTable(tree), tree.func[last], whole, 'total', 'share'),
    ];
    const numbers = changes.flatMap(({ value, share, relative = 0, scale }) => [value, share, relative, scale]);
    expect(numbers.every(Number.isFinite)).toBe(true);
  });

  test('is refined where it is cut', () => {
    for (const cut of tree.truncated ?? []) {
      wellFormed(refineTree(tree, cut, tree));
    }
    expect(truncatedShare(tree)).toBeGreaterThanOrEqual(0);
  });

  test('is written in every format, and pprof gives its stacks back', () => {
    expect(collapsedStacks(tree)).toEqual(expect.any(String));
    expect(topTableCsv(tree).split('\n').length).toBeGreaterThan(0);
    expect(topTableMarkdown(tree, 10, String)).toEqual(expect.any(String));
    expect(comparisonCsv(tree, 'share') + comparisonMarkdown(tree, 10, 'value', String)).not.toMatch(/(Infinity|NaN)%/);
    expect(JSON.parse(JSON.stringify(speedscopeFile(tree, 'odd')))).toHaveProperty('profiles');
    const isWhole = tree.self.every((value) => Number.isSafeInteger(value) && value >= 0);
    if (isWhole && tree.right === undefined) {
      const written = encodePprof(pprofOfTree(tree, { sampleType: 'cpu', from: 0, duration: 1 }));
      const again = callTreeOfPprof(decodePprof(written), 0);
      wellFormed(again);
      expect(again.total[0]).toBe(tree.total[0]);
    }
  });
});
