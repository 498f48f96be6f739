import fc from 'fast-check';
import { diffTrees } from '../diffTrees';
import { expectWellFormed } from '../testing/expectWellFormed';
import { anyName, anyTree, deepTree, slowValuesByPath, stacksOf, valuesByPath, type Stack } from '../testing/stacks';
import { callTreeToText, picture, textProfile } from '../textProfile';
import { applyFilters } from './applyFilters';
import type { FunctionMatch, StackRule } from './stackFilter';

const profile = textProfile(`
  main               20
    json.Marshal      9
      json.encode     8
        json.encode   5
        reflect.Call  2
    render            8
      json.Marshal    3
      strconv.Itoa    1
  idle                4`);

const only = (rule: StackRule, tree = profile) => {
  const { tree: filtered, problems } = applyFilters(tree, [{ rule }]);
  expectWellFormed(filtered);
  expect(problems).toEqual([undefined]);
  return callTreeToText(filtered);
};
const named = (value: string): FunctionMatch => ({ by: 'function', value });

test('only stacks that hold a match, with all that the match called', () => {
  expect(only({ kind: 'only-with', match: named('json.Marshal') })).toBe(
    picture(`
      main              12
        json.Marshal     9
          json.encode    8
            json.encode  5
            reflect.Call 2
        render           3
          json.Marshal   3`)
  );
});

test('only stacks without a match, and no caller that has nothing left', () => {
  expect(only({ kind: 'without', match: named('json.Marshal') })).toBe(
    picture(`
      main             8
        render         5
          strconv.Itoa 1
      idle             4`)
  );
  expect(only({ kind: 'without', match: named('b') }, textProfile('a 5\n  b 5\nc 1'))).toBe('c 1');
});

test('a hidden frame gives what it spent and called to its caller, and the root gets what the outermost had', () => {
  expect(only({ kind: 'hide-frame', match: named('json.encode') })).toBe(
    picture(`
      main             20
        json.Marshal    9
          reflect.Call  2
        render          8
          json.Marshal  3
          strconv.Itoa  1
      idle              4`)
  );
  expect(only({ kind: 'hide-frame', match: named('main') })).toBe(
    picture(`
      (root)            24
      json.Marshal       9
        json.encode      8
          json.encode    5
          reflect.Call   2
      render             8
        json.Marshal     3
        strconv.Itoa     1
      idle               4`)
  );
});

test('hiding a frame merges what it called with what its caller called', () => {
  const tree = textProfile(`
    main     10
      proxy   6
        work  4
      work    3`);
  expect(only({ kind: 'hide-frame', match: named('proxy') }, tree)).toBe(picture('main 10\n  work 7'));
});

test('stacks begin, or end, at their outermost match', () => {
  expect(only({ kind: 'from', match: named('json.Marshal') })).toBe(
    picture(`
      json.Marshal     12
        json.encode     8
          json.encode   5
          reflect.Call  2`)
  );
  expect(only({ kind: 'up-to', match: { by: 'text', value: 'JSON.' } })).toBe(
    picture(`
      main             20
        json.Marshal    9
        render          8
          json.Marshal  3
          strconv.Itoa  1
      idle              4`)
  );
});

test('a focus begins the stacks at one place, and says so where there is no such place', () => {
  expect(only({ kind: 'focus', path: ['main', 'render'] })).toBe(
    picture(`
      render         8
        json.Marshal 3
        strconv.Itoa 1`)
  );
  const gone = applyFilters(profile, [{ rule: { kind: 'focus', path: ['main', 'no'] } }]);
  expect([gone.tree.length, gone.kept, gone.problems]).toEqual([1, 0, ['This profile has no main › no.']]);
});

test('direct recursion is one frame; whole recursion folds what lies between', () => {
  const tree = textProfile(`
    a          10
      a         9
        b       8
          a     7
            b   4
              d 3
            c   2`);
  expect(only({ kind: 'collapse-recursion', scope: 'direct' }, tree)).toBe(
    picture(`
      a         10
        b        8
          a      7
            b    4
              d  3
            c    2`)
  );
  // a > b > a > b folds back to the outer a, and from there b is called anew.
  expect(only({ kind: 'collapse-recursion', scope: 'whole' }, tree)).toBe(
    picture(`
      a   10
        b  5
          d 3
        c  2`)
  );
});

test('a package is one frame, named as it is', () => {
  expect(only({ kind: 'collapse-package', match: { by: 'package', value: 'json' } })).toBe(
    picture(`
      main             20
        json            9
          reflect.Call  2
        render          8
          json          3
          strconv.Itoa  1
      idle              4`)
  );
  expect(only({ kind: 'collapse-package', match: { by: 'regex', value: '^(json|reflect)' } })).toBe(
    picture(`
      main             20
        json            9
          reflect       2
        render          8
          json          3
          strconv.Itoa  1
      idle              4`)
  );
});

test('a package that is collapsed twice is one function, which recurs', () => {
  const tree = textProfile('net/http.Serve 5\n  net/http.Get 3');
  const collapse = (match: FunctionMatch) => ({ rule: { kind: 'collapse-package', match } as const });
  const { tree: folded } = applyFilters(tree, [
    collapse(named('net/http.Serve')),
    collapse({ by: 'package', value: 'net/http' }),
    { rule: { kind: 'collapse-recursion', scope: 'direct' } },
  ]);
  expect(callTreeToText(folded)).toBe('net/http 5');
});

test('of a comparison, what changed stays', () => {
  const diff = textProfile(`
    main       100 -> 100
      same      40 -> 40
      grew      10 -> 30
        half     5 -> 20
        rest     1 -> 1
      shrank    50 -> 30
        many     1 -> 0
        small    1 -> 0`);
  expect(only({ kind: 'only-changed', atLeast: 0.1 }, diff)).toBe(
    picture(`
      main        55 -> 50
        grew       5 -> 20
          half     5 -> 20
        shrank    50 -> 30
          many     1 -> 0
          small    1 -> 0`)
  );
  expect(applyFilters(profile, [{ rule: { kind: 'only-changed', atLeast: 0.1 } }])).toEqual({
    tree: profile,
    problems: ['Only a comparison has something that changed.'],
    kept: 1,
  });
});

test('filters work in their order, each on what the one before left; those that are off do nothing', () => {
  const hide = { rule: { kind: 'hide-frame', match: named('json.Marshal') } } as const;
  const from = { rule: { kind: 'from', match: named('json.Marshal') } } as const;
  expect(applyFilters(profile, [from, hide]).tree.total[0]).toBe(12);
  expect(applyFilters(profile, [hide, from])).toMatchObject({ kept: 0, tree: { length: 1 } });
  expect(applyFilters(profile, [{ ...hide, off: true }]).tree).toBe(profile);
  expect(applyFilters(profile, [])).toEqual({ tree: profile, problems: [], kept: 1 });
});

test('a filter that cannot be read says why and does nothing', () => {
  const { tree, problems } = applyFilters(profile, [
    { rule: { kind: 'without', match: { by: 'regex', value: 'json(' } } },
    { rule: { kind: 'without', match: { by: 'text', value: '' } } },
    { rule: { kind: 'without', match: named('idle') }, off: true },
  ]);
  expect(tree).toBe(profile);
  expect(problems).toEqual([expect.stringContaining('json('), 'The filter has no text to look for.', undefined]);
});

test('kept is the share of the total that is left, of both sides together', () => {
  const diff = textProfile('a 6 -> 1\nb 4 -> 9');
  expect(applyFilters(diff, [{ rule: { kind: 'only-with', match: named('b') } }]).kept).toBe(13 / 20);
  expect(applyFilters(textProfile(''), [{ rule: { kind: 'without', match: named('b') } }]).kept).toBe(1);
});

test('cut functions match nothing and never become a function of the same name', () => {
  const cut = textProfile(`
    main      10
      proxy    6
        other  2 cut
        work   1
      other    3
        work   3
      other    1 cut`);
  expect(only({ kind: 'hide-frame', match: named('proxy') }, cut)).toBe(
    picture(`
      main      10
        work     1
        other    3 cut
        other    3
          work   3`)
  );
  expect(only({ kind: 'without', match: named('other') }, cut)).toBe(
    picture(`
      main       7
        proxy    6
          other  2 cut
          work   1
        other    1 cut`)
  );
  const { problems } = applyFilters(textProfile('main 5\n  other 2 cut'), [
    { rule: { kind: 'focus', path: ['main', 'other'] } },
  ]);
  expect(problems).toEqual(['This profile has no main › other.']);
  expect(only({ kind: 'collapse-recursion', scope: 'whole' }, textProfile('other 3\n  other 2 cut'))).toBe(
    'other 3\n  other 2 cut'
  );
});

test('siblings that do not stand by name keep their order, and those that do stand by name again', () => {
  const groups = textProfile(`
    v2     8
      main 8
        b  4
          x 3
        c  4
    v1     5
      main 5`);
  expect(only({ kind: 'hide-frame', match: named('b') }, groups)).toBe(
    picture(`
      v2     8
        main 8
          c  4
          x  3
      v1     5
        main 5`)
  );
});

test('values that a data source gives beyond self and callees stay where they are', () => {
  const gap = { ...textProfile('main 10\n  a 4\n  b 2'), self: Float64Array.of(0, 1, 4, 2) };
  const { tree } = applyFilters(gap, [{ rule: { kind: 'without', match: named('b') } }]);
  expect([Array.from(tree.total), Array.from(tree.self)]).toEqual([
    [8, 8, 4],
    [0, 1, 4],
  ]);
});

/** Each rule on one stack: the stack that it becomes, or undefined where it goes away. */
const slow: Record<string, (names: readonly string[], name: string) => readonly string[] | undefined> = {
  'only-with': (names, name) => (names.includes(name) ? names : undefined),
  without: (names, name) => (names.includes(name) ? undefined : names),
  'hide-frame': (names, name) => names.filter((each) => each !== name),
  from: (names, name) => (names.includes(name) ? names.slice(names.indexOf(name)) : undefined),
  'up-to': (names, name) => (names.includes(name) ? names.slice(0, names.indexOf(name) + 1) : names),
};

function slowly(stacks: readonly Stack[], change: (names: readonly string[]) => readonly string[] | undefined) {
  return stacks.flatMap(({ names, value }) => {
    const changed = change(names);
    return changed === undefined ? [] : [{ names: changed, value }];
  });
}

const withoutZeros = (values: ReturnType<typeof valuesByPath>) =>
  Object.fromEntries(Object.entries(values).filter(([path, { total }]) => path === '[]' || total !== 0));

function expectSame(
  rule: StackRule,
  left: ReturnType<typeof textProfile>,
  right: typeof left,
  change: (names: readonly string[]) => readonly string[] | undefined
) {
  const diff = diffTrees(left, right);
  const { tree } = applyFilters(diff, [{ rule }]);
  expectWellFormed(tree);
  expect(withoutZeros(valuesByPath(tree))).toEqual(withoutZeros(slowValuesByPath(slowly(stacksOf(diff), change))));
  expect(withoutZeros(valuesByPath(tree, tree.right))).toEqual(
    withoutZeros(slowValuesByPath(slowly(stacksOf(diff, diff.right!.self), change)))
  );
}

test.each(Object.keys(slow))('%s is what it does to each stack, on both sides', (kind) => {
  fc.assert(
    fc.property(anyTree, anyTree, anyName, (left, right, name) => {
      const rule = { kind, match: named(name) } as StackRule;
      expectSame(rule, left, right, (names) => slow[kind](names, name));
    })
  );
});

test('a focus is what it does to each stack', () => {
  fc.assert(
    fc.property(anyTree, anyTree, fc.array(anyName, { maxLength: 3 }), (left, right, path) => {
      expectSame({ kind: 'focus', path }, left, right, (names) =>
        path.every((name, at) => names[at] === name) ? names.slice(Math.max(0, path.length - 1)) : undefined
      );
    })
  );
});

test('folded recursion is what it does to each stack', () => {
  const direct = (names: readonly string[]) => names.filter((name, at) => name !== names[at - 1]);
  const whole = (names: readonly string[]) =>
    names.reduce<string[]>(
      (path, name) => (path.includes(name) ? path.slice(0, path.indexOf(name) + 1) : [...path, name]),
      []
    );
  fc.assert(
    fc.property(anyTree, anyTree, (left, right) => {
      expectSame({ kind: 'collapse-recursion', scope: 'direct' }, left, right, direct);
      expectSame({ kind: 'collapse-recursion', scope: 'whole' }, left, right, whole);
    })
  );
});

test('a collapsed package is what it does to each stack', () => {
  const isIn = (name: string) => name === 'a' || name === 'b' || name === 'c';
  fc.assert(
    fc.property(anyTree, anyTree, (left, right) => {
      // Bare names have no package, so that of a file stands for one.
      const inFile = (tree: typeof left) => ({
        ...tree,
        functions: {
          ...tree.functions,
          files: ['shop/cart/cart.go'],
          file: Int32Array.from(tree.functions.names, (name) => (isIn(name) ? 0 : -1)),
        },
      });
      expectSame(
        { kind: 'collapse-package', match: { by: 'package', value: 'shop/cart' } },
        inFile(left),
        inFile(right),
        (names) =>
          names.flatMap((name, at) => (isIn(name) ? (at > 0 && isIn(names[at - 1]) ? [] : ['shop/cart']) : [name]))
      );
    })
  );
});

test('whatever is shown of what changed was there, and nothing that changed enough is missing', () => {
  fc.assert(
    fc.property(anyTree, anyTree, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (left, right, atLeast) => {
      const diff = diffTrees(left, right);
      const { tree } = applyFilters(diff, [{ rule: { kind: 'only-changed', atLeast } }]);
      expectWellFormed(tree);
      const paths = valuesByPath(diff);
      const rightPaths = valuesByPath(diff, diff.right);
      const shown = valuesByPath(tree);
      const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
      for (const [path, { total }] of Object.entries(paths)) {
        const change = share(rightPaths[path].total, diff.right!.total[0]) - share(total, diff.total[0]);
        expect(path === '[]' || Math.abs(change) < atLeast || path in shown).toBe(true);
      }
      for (const [path, { total, self }] of Object.entries(shown)) {
        expect(total).toBeLessThanOrEqual(paths[path].total);
        expect([0, paths[path].self]).toContain(self);
      }
    })
  );
});

test('10,000 levels are no trouble', () => {
  const deep = deepTree(10_000);
  const rules: StackRule[] = [
    ...(['only-with', 'without', 'hide-frame', 'from', 'up-to', 'collapse-package'] as const).map((kind) => ({
      kind,
      match: named('f3'),
    })),
    { kind: 'collapse-recursion', scope: 'direct' },
    { kind: 'collapse-recursion', scope: 'whole' },
  ];
  expect(rules.map((rule) => applyFilters(deep, [{ rule }]).tree.length)).toEqual([
    10_001, 1, 8572, 9998, 5, 10_001, 10_001, 8,
  ]);
});
