import fc from 'fast-check';
import { diffTrees } from './diffTrees';
import { matchingNodes, searchFunctions, searchTotals } from './search';
import { anyName, anyTree, namesOf, stacksOf } from './testing/stacks';
import { textProfile } from './textProfile';

const tree = textProfile(`
  main             100
    net/http.Serve  60
      json.Decode   40
        json.Decode 10
    json.Encode     20
    total            5`);

const find = (query: Parameters<typeof searchFunctions>[1]) => searchFunctions(tree.functions, query);
const matchingNames = (query: Parameters<typeof searchFunctions>[1]) =>
  tree.functions.names.filter((_, func) => find(query).flags[func] === 1);

test('a text is found in any case, and its signs mean nothing but themselves', () => {
  expect(matchingNames('JSON.')).toEqual(['json.Decode', 'json.Encode']);
  expect(matchingNames('http.s')).toEqual(['net/http.Serve']);
  expect(matchingNames('json+')).toEqual([]);
  expect(matchingNames('net.http')).toEqual([]);
});

test('a regular expression is one', () => {
  expect(matchingNames({ text: '^json\\.(de|en)code$', kind: 'regex' })).toEqual(['json.Decode', 'json.Encode']);
});

test('a regular expression that cannot be read says so and matches nothing', () => {
  const matches = find({ text: 'json(', kind: 'regex' });
  expect(matches.count).toBe(0);
  expect(matches.problem).toContain('json(');
});

test('a search in packages or files finds the functions that are in them, whatever their names', () => {
  expect(matchingNames({ text: 'JSON', kind: 'literal', in: 'package' })).toEqual(['json.Decode', 'json.Encode']);
  expect(matchingNames({ text: 'serve', kind: 'literal', in: 'package' })).toEqual([]);
  expect(matchingNames({ text: '^net/', kind: 'regex', in: 'package' })).toEqual(['net/http.Serve']);
  expect(matchingNames({ text: 'json', kind: 'literal', in: 'file' })).toEqual([]);
  const functions = {
    ...tree.functions,
    files: ['json/decode.go', 'main.go'],
    file: Int32Array.of(-1, 1, -1, 0, 0, -1),
  };
  const inFile = searchFunctions(functions, { text: 'decode.GO', kind: 'literal', in: 'file' });
  expect([inFile.count, Array.from(inFile.flags)]).toEqual([2, [0, 0, 0, 1, 1, 0]]);
});

test('a text or pattern of any length is looked for, or said to be too large', () => {
  const long = 'x'.repeat(5_000_000);
  const functions = { length: 3, names: ['total', `a.${long.toUpperCase()}`, 'x'] };
  expect(searchFunctions(functions, long)).toEqual({ flags: Uint8Array.of(0, 1, 0), count: 1 });
  const pattern = searchFunctions(functions, { text: long, kind: 'regex' });
  expect([pattern.count, pattern.problem!.length < 400]).toEqual([0, true]);
});

test('an empty query matches nothing, and the root is never found', () => {
  expect(find('').count).toBe(0);
  expect(matchingNames('total')).toEqual(['total']);
  expect(searchTotals(tree, find('total'))).toEqual({ nodes: 1, total: 5, share: 0.05 });
});

test('a match below a match is not counted twice', () => {
  expect(searchTotals(tree, find('json'))).toEqual({ nodes: 3, total: 60, share: 0.6 });
  expect(Array.from(matchingNodes(tree, find('json')))).toEqual([3, 4, 5]);
});

test('a comparison has the share of either side', () => {
  const diff = diffTrees(tree, textProfile('main 8\n  json.Decode 6'));
  expect(searchTotals(diff, searchFunctions(diff.functions, 'json')).right).toEqual({ total: 6, share: 0.75 });
});

test('an empty profile has nothing to find, and no share of nothing', () => {
  const empty = textProfile('');
  expect(searchTotals(empty, searchFunctions(empty.functions, 'a'))).toEqual({ nodes: 0, total: 0, share: 0 });
});

test('the total is that of all stacks that hold a match', () => {
  fc.assert(
    fc.property(anyTree, anyTree, anyName, (left, right, name) => {
      const diff = diffTrees(left, right);
      const matches = searchFunctions(diff.functions, name);
      const holds = (text: string) => name !== '' && text.toLowerCase().includes(name.toLowerCase());
      const slowTotal = (self: Float64Array) =>
        stacksOf(diff, self)
          .filter(({ names }) => names.some(holds))
          .reduce((sum, { value }) => sum + value, 0);
      const totals = searchTotals(diff, matches);
      expect([totals.total, totals.right?.total]).toEqual([slowTotal(diff.self), slowTotal(diff.right!.self)]);
      const slowNodes = Array.from({ length: diff.length }, (_, node) => node).filter((node) => {
        const own = namesOf(diff, node).at(-1);
        return own !== undefined && holds(own);
      });
      expect(Array.from(matchingNodes(diff, matches))).toEqual(slowNodes);
      expect(totals.nodes).toBe(slowNodes.length);
    })
  );
});
