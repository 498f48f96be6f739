import fc from 'fast-check';
import type { CallTree } from '../callTree';
import { groupTrees } from '../groupTrees';
import { parseSymbol } from '../symbols/parseSymbol';
import { childrenAsTrees } from '../testing/childrenAsTrees';
import { anyProfile, CUT, cutsApart } from '../testing/cutTrees';
import { expectWellFormed } from '../testing/expectWellFormed';
import { slowValuesByPath, stacksOf, totalBelow, valuesByPath, type Stack } from '../testing/stacks';
import { callTreeToText, textProfile } from '../textProfile';
import { applyFilters } from './applyFilters';
import { foreignFunctions } from './onlyMyCode';
import { runtimeFunctions } from './presets';
import type { FunctionMatch, StackRule } from './stackFilter';

/*
 * Every rule, and rules one after another, against what they do to each stack, the slow way: on profiles and comparisons,
 * with cuts, recursion, empty sides, and values below 0.
 */

const NAMES = [
  'net/http.(*conn).serve',
  'net/http.Get',
  'encoding/json.Marshal',
  'github.com/acme/shop/cart.Total',
  'main.main',
  'runtime.mallocgc',
  'other',
  'read',
  '',
];
const PACKAGES = ['net/http', 'net', 'encoding/json', 'github.com/acme/shop/cart', 'runtime', 'nowhere'];
const FILES = ['a.go', 'b.go'];
const fileOf = (name: string) => ({ read: 0, 'main.main': 0, 'net/http.Get': 1 })[name] ?? -1;

const anyName = fc.constantFrom(...NAMES);
/** With files, which real trees of names alone do not have. */
const anyTree = anyProfile(anyName).map((tree): CallTree => {
  const { functions } = tree;
  return { ...tree, functions: { ...functions, files: FILES, file: Int32Array.from(functions.names, fileOf) } };
});

const anyMatch: fc.Arbitrary<FunctionMatch> = fc.oneof(
  fc.record({ by: fc.constant('function' as const), value: anyName }),
  fc.record({ by: fc.constant('package' as const), value: fc.constantFrom(...PACKAGES) }),
  fc.record({ by: fc.constant('file' as const), value: fc.constantFrom(...FILES) }),
  fc.record({ by: fc.constant('text' as const), value: fc.constantFrom('NET/', 'ma', 'other', 'zzz') }),
  fc.record({ by: fc.constant('regex' as const), value: fc.constantFrom('^net|json', '^$', 'e\\b', '.') })
);
const MATCHING = ['only-with', 'without', 'hide-frame', 'from', 'up-to', 'collapse-package'] as const;
const anyFold: fc.Arbitrary<StackRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...MATCHING.slice(2)), match: anyMatch }),
  fc.record({ kind: fc.constant('collapse-recursion' as const), scope: fc.constantFrom('direct', 'whole') })
);
const anyRule: fc.Arbitrary<StackRule> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...MATCHING), match: anyMatch }),
  anyFold,
  fc.record({ kind: fc.constant('focus' as const), path: fc.array(anyName, { maxLength: 2 }) }),
  fc.constant({ kind: 'only-my-code' } as const),
  fc.constant({ kind: 'preset', preset: 'go' } as const)
);

/** The stacks of a tree, on each of its sides. */
type Sides = readonly (readonly Stack[])[];

function sidesOf(tree: CallTree): Sides {
  const apart = cutsApart(tree);
  return [stacksOf(apart), ...(apart.right === undefined ? [] : [stacksOf(apart, apart.right.self)])];
}

function isMatch({ by, value }: FunctionMatch, name: string): boolean {
  const { package: path, family } = parseSymbol(name, FILES[fileOf(name)]);
  switch (by) {
    case 'function':
      return name === value;
    case 'package':
      return path === value || family === value;
    case 'file':
      return FILES[fileOf(name)] === value;
    case 'text':
      return name.toLowerCase().includes(value.toLowerCase());
    case 'regex':
      return new RegExp(value, 'i').test(name);
  }
}

/** What becomes of a stack; undefined: it goes away. */
function slowly(rule: StackRule, tree: CallTree): (names: readonly string[]) => readonly string[] | undefined {
  const nameIn = (flags: Uint8Array) => (name: string) =>
    name !== CUT && flags[tree.functions.names.indexOf(name, 1)] === 1;
  const matches = (name: string) => 'match' in rule && name !== CUT && isMatch(rule.match, name);
  const hiding = (isHidden: (name: string) => boolean) => (names: readonly string[]) =>
    names.filter((name) => !isHidden(name));
  switch (rule.kind) {
    case 'only-with':
      return (names) => (names.some(matches) ? names : undefined);
    case 'without':
      return (names) => (names.some(matches) ? undefined : names);
    case 'hide-frame':
      return hiding(matches);
    case 'only-my-code':
      return hiding(nameIn(foreignFunctions(tree.functions).flags));
    case 'preset':
      return hiding(nameIn(runtimeFunctions(tree.functions, rule.preset).flags));
    case 'from':
      return (names) => (names.some(matches) ? names.slice(names.findIndex(matches)) : undefined);
    case 'up-to':
      return (names) => (names.some(matches) ? names.slice(0, names.findIndex(matches) + 1) : names);
    case 'focus':
      return (names) =>
        rule.path.every((name, at) => names[at] === name) ? names.slice(Math.max(0, rule.path.length - 1)) : undefined;
    case 'collapse-recursion':
      return rule.scope === 'direct'
        ? (names) => names.filter((name, at) => name !== names[at - 1])
        : (names) =>
            names.reduce<string[]>(
              (path, name) => [...path.slice(0, (path.indexOf(name) + 1 || Infinity) - 1), name],
              []
            );
    case 'collapse-package':
      return (names) => {
        const frames = names.map((name) => {
          const own = rule.match.by === 'package' ? rule.match.value : parseSymbol(name, FILES[fileOf(name)]).package;
          return matches(name) && own !== '' ? { name: own, isPackage: true } : { name, isPackage: false };
        });
        const isSame = (at: number) =>
          frames[at].isPackage && frames[at - 1]?.isPackage && frames[at - 1].name === frames[at].name;
        return frames.filter((_, at) => !isSame(at)).map(({ name }) => name);
      };
    case 'only-changed':
      throw new Error('It is no rule of one stack.');
  }
}

function changed(sides: Sides, change: (names: readonly string[]) => readonly string[] | undefined): Sides {
  return sides.map((stacks) =>
    stacks.flatMap(({ names, value }) => {
      const left = change(names);
      return left === undefined ? [] : [{ names: left, value }];
    })
  );
}

const withoutZeros = (values: ReturnType<typeof valuesByPath>) =>
  Object.fromEntries(
    Object.entries(values).filter(([path, { total, self }]) => path === '[]' || total !== 0 || self !== 0)
  );

const isNegative = ({ self, right }: CallTree) => [...self, ...(right?.self ?? [])].some((value) => value < 0);

function expectStacks(tree: CallTree, sides: Sides, values: 'profile' | 'any finite') {
  expectWellFormed(tree, { values });
  const apart = cutsApart(tree);
  const got = [valuesByPath(apart), ...(apart.right === undefined ? [] : [valuesByPath(apart, apart.right)])];
  expect(got.map(withoutZeros)).toEqual(sides.map((stacks) => withoutZeros(slowValuesByPath(stacks))));
}

test('rules one after another are what each does to every stack', () => {
  fc.assert(
    fc.property(anyTree, fc.array(anyRule, { minLength: 1, maxLength: 3 }), (tree, rules) => {
      let sides = sidesOf(tree);
      let step = tree;
      for (const rule of rules) {
        sides = changed(sides, slowly(rule, step));
        step = applyFilters(step, [{ rule }]).tree;
      }
      const values = isNegative(tree) ? 'any finite' : 'profile';
      expectStacks(step, sides, values);
      const all = rules.map((rule) => ({ rule }));
      expect(callTreeToText(applyFilters(tree, all).tree)).toBe(callTreeToText(step));
    }),
    { numRuns: 600 }
  );
});

test.each(['share', 'value'] as const)('what changed by %s is what every path says', (by) => {
  fc.assert(
    fc.property(
      anyTree.filter(({ right }) => right !== undefined),
      fc.double({ min: 0.001, max: 0.6, noNaN: true }),
      (tree, atLeast) => {
        const [left, right] = sidesOf(tree);
        const share = (stacks: readonly Stack[], of: number) => {
          const whole = totalBelow(stacks, []);
          return whole === 0 ? 0 : of / whole;
        };
        const larger = Math.max(Math.abs(totalBelow(left, [])), Math.abs(totalBelow(right, [])));
        const change = (before: number, after: number) =>
          by === 'share' ? share(right, after) - share(left, before) : larger === 0 ? 0 : (after - before) / larger;
        const isLarge = (before: number, after: number) => Math.abs(change(before, after)) >= atLeast;
        const isChanged = (path: readonly string[]) => isLarge(totalBelow(left, path), totalBelow(right, path));
        const paths = Object.keys(slowValuesByPath([...left, ...right])).map((path) => JSON.parse(path) as string[]);
        const below = (path: readonly string[]) =>
          paths.filter((other) => other.length > path.length && path.every((name, at) => other[at] === name));
        const own = (stacks: readonly Stack[], path: readonly string[]) =>
          stacks
            .filter(({ names }) => JSON.stringify(names) === JSON.stringify(path))
            .reduce((sum, { value }) => sum + value, 0);
        const isInnermost = (path: readonly string[]) =>
          path.length > 0 && isChanged(path) && !below(path).some(isChanged);
        const stays = (names: readonly string[]) => {
          const prefixes = names.map((_, at) => names.slice(0, at + 1));
          const isSeen = names.length === 0 || isChanged(names) || below(names).some(isChanged);
          return prefixes.some(isInnermost) || (isSeen && isLarge(own(left, names), own(right, names)));
        };
        const { tree: filtered } = applyFilters(tree, [
          { rule: { kind: 'only-changed', atLeast, ...(by === 'value' ? { by } : {}) } },
        ]);
        const sides = changed([left, right], (names) => (stays(names) ? names : undefined));
        expectStacks(filtered, sides, isNegative(tree) ? 'any finite' : 'profile');
      }
    ),
    { numRuns: 200 }
  );
});

describe('a profile that is split by a label', () => {
  test('stays split, whatever is folded: each group is filtered as if it were alone', () => {
    fc.assert(
      fc.property(
        fc.array(anyProfile(anyName), { maxLength: 3 }),
        fc.array(anyFold, { maxLength: 2 }),
        (trees, rules) => {
          const groups = trees.map((tree, at) => ({ name: `net ${at}`, tree }));
          const filters = rules.map((rule) => ({ rule }));
          const { tree } = applyFilters(groupTrees(groups, 'nanoseconds'), filters, { isGrouped: true });
          const values = trees.some(isNegative) ? 'any finite' : 'profile';
          expectWellFormed(tree, { values });
          const seen = (parts: ReadonlyArray<{ readonly name: string; readonly tree: CallTree }>) =>
            parts
              .map((part) => [part.name, withoutZeros(valuesByPath(cutsApart(part.tree)))] as const)
              .filter(([, paths]) => Object.keys(paths).length > 1 || paths['[]'].total !== 0);
          const alone = groups.map((group) => ({ ...group, tree: applyFilters(group.tree, filters).tree }));
          expect(seen(childrenAsTrees(tree))).toEqual(seen(alone));
        }
      )
    );
  });

  const groups = groupTrees(
    [
      { name: 'v2', tree: textProfile('main.main 5\n  main.work 3\n    runtime.gc 1') },
      { name: 'v1', tree: textProfile('main.main 4\n  main.work 3\n    runtime.gc 2') },
    ],
    'nanoseconds'
  );
  const left = (rule: StackRule) => callTreeToText(applyFilters(groups, [{ rule }], { isGrouped: true }).tree);

  test('has its groups as they were in one’s own code, and where stacks begin elsewhere', () => {
    expect(left({ kind: 'only-my-code' })).toBe(
      'v2 5\n  main.main 5\n    main.work 3\nv1 4\n  main.main 4\n    main.work 3'
    );
    const from = left({ kind: 'from', match: { by: 'text', value: 'work' } });
    expect(from).toBe('v2 3\n  main.work 3\n    runtime.gc 1\nv1 3\n  main.work 3\n    runtime.gc 2');
  });

  test('leaves a group out, or merges it with the others, where that is asked for by its name', () => {
    expect(left({ kind: 'without', match: { by: 'function', value: 'v1' } })).not.toContain('v1');
    const merged = left({ kind: 'hide-frame', match: { by: 'function', value: 'v1' } });
    expect(merged).toContain('v2 5');
    expect(merged).toMatch(/^main.main 4/m);
  });
});
