import { FunctionInterner, placeOf } from './functionInterner';

test('functions of one name are told apart by file and first line', () => {
  const functions = new FunctionInterner('total');
  const places = [
    ['f', 'a.js', 1],
    ['f', 'a.js', 2],
    ['f', 'b.js', 1],
    // File and name run together as in the first one.
    ['sf', 'a.j', 1],
    ['f', 'a.js', 1],
  ] as const;
  expect(places.map(([name, file, startLine]) => functions.intern(name, { file, startLine }))).toEqual([1, 2, 3, 4, 1]);
  expect(functions.intern('f')).toBe(5);
  const table = functions.table();
  expect(table.names).toEqual(['total', 'f', 'f', 'f', 'sf', 'f']);
  expect(table.names.map((_, func) => placeOf(table, func))).toEqual([
    undefined,
    { file: 'a.js', startLine: 1 },
    { file: 'a.js', startLine: 2 },
    { file: 'b.js', startLine: 1 },
    { file: 'a.j', startLine: 1 },
    undefined,
  ]);
});

test('by name alone, functions are one wherever they stand, and the first place is kept', () => {
  const functions = new FunctionInterner('total', 'name');
  expect(functions.intern('f')).toBe(1);
  expect(functions.intern('f', { file: 'a.js', startLine: 4 })).toBe(1);
  expect(functions.intern('f', { file: 'b.js', startLine: 9 })).toBe(1);
  expect(placeOf(functions.table(), 1)).toEqual({ file: 'a.js', startLine: 4 });
});

test('a function that is called as the root is another one', () => {
  const functions = new FunctionInterner('total');
  expect(functions.intern('total')).toBe(1);
});
