import { textProfile } from '../../profile/textProfile';
import { nextSort, onlyMatches, sortRows, type TableSort } from './sortRows';
import { tableRows } from './tableRows';

const profile = textProfile(`
  main          80
    parse       30
      readFile  30
    render      50
      paint     20
      main      20
  gc            20`);

function sorted(column: TableSort['column'], descending: boolean) {
  const rows = tableRows(profile);
  return Array.from(sortRows(rows, { column, descending }), (func) => profile.functions.names[func]);
}

test('rows are the functions of the profile, each once, without the whole profile', () => {
  const { functions, firstNode, columns } = tableRows(profile);
  expect(Array.from(functions, (func) => profile.functions.names[func]).sort()).toEqual(
    ['gc', 'main', 'paint', 'parse', 'readFile', 'render'].sort()
  );
  for (const func of functions) {
    expect(profile.func[firstNode[func]]).toBe(func);
  }
  const main = profile.functions.names.indexOf('main');
  // It calls itself: its 20 within its own 80 are not counted twice.
  expect(columns.map(({ key, values, whole }) => [key, values[main], whole])).toEqual([
    ['self', 20, 100],
    ['total', 80, 100],
  ]);
});

test('functions that the table of names has but no node of this profile are no rows', () => {
  const tree = { ...profile, functions: { length: 8, names: [...profile.functions.names, 'elsewhere'] } };
  expect(tableRows(tree).functions).toHaveLength(6);
});

test('by value, the same values keep their order in both directions', () => {
  expect(sorted('total', true)).toEqual(['main', 'render', 'parse', 'readFile', 'paint', 'gc']);
  expect(sorted('total', false)).toEqual(['paint', 'gc', 'parse', 'readFile', 'render', 'main']);
  expect(sorted('self', true)).toEqual(['readFile', 'main', 'paint', 'gc', 'render', 'parse'].sort(bySelf));
});

function bySelf(a: string, b: string) {
  const rows = tableRows(profile);
  const names = profile.functions.names;
  const of = (name: string) => rows.columns[0].values[names.indexOf(name)];
  return of(b) - of(a) || names.indexOf(a) - names.indexOf(b);
}

test('by name', () => {
  expect(sorted('name', false)).toEqual(['gc', 'main', 'paint', 'parse', 'readFile', 'render']);
  expect(sorted('name', true)).toEqual(['render', 'readFile', 'parse', 'paint', 'main', 'gc']);
});

test('functions of the same name in different files are rows of their own', () => {
  const names = profile.functions.names.map((name) => (name === 'gc' ? 'main' : name));
  const rows = tableRows({ ...profile, functions: { length: names.length, names } });
  const order = Array.from(sortRows(rows, { column: 'name', descending: false }));
  expect(new Set(order).size).toBe(6);
  expect(order.map((func) => names[func])).toEqual(['main', 'main', 'paint', 'parse', 'readFile', 'render']);
});

test('a comparison has the totals of both sides, and sorting by a column that it lacks is sorting by its first', () => {
  const right = { total: profile.total.map((value) => value * 2), self: profile.self.map((value) => value * 2) };
  const rows = tableRows({ ...profile, right });
  const main = profile.functions.names.indexOf('main');
  expect(rows.columns.map(({ key, values, whole }) => [key, values[main], whole])).toEqual([
    ['total', 80, 100],
    ['comparison', 160, 200],
  ]);
  expect(sortRows(rows, { column: 'self', descending: true })).toEqual(
    sortRows(rows, { column: 'total', descending: true })
  );
});

test('large columns are sorted as an obvious sort does it', () => {
  const length = 5000;
  const values = Float64Array.from({ length }, (_, i) => ((i * 7919) % 613) - (i % 3 === 0 ? 300 : 0));
  const functions = Uint32Array.from({ length }, (_, i) => i);
  const rows = { ...tableRows(profile), functions, columns: [{ ...tableRows(profile).columns[0], values }] };
  expect(Array.from(sortRows(rows, { column: 'self', descending: true }))).toEqual(
    Array.from({ length }, (_, i) => i).sort((a, b) => values[b] - values[a] || a - b)
  );
});

test('a search leaves the order as it is', () => {
  expect(onlyMatches(Uint32Array.of(5, 3, 4, 1), Uint8Array.of(0, 1, 0, 1, 0, 1))).toEqual(Uint32Array.of(5, 3, 1));
});

test('the first click on a column shows the most, or the first name; the second turns it round', () => {
  const first = nextSort({ column: 'self', descending: true }, 'total');
  expect(first).toEqual({ column: 'total', descending: true });
  expect(nextSort(first, 'total')).toEqual({ column: 'total', descending: false });
  expect(nextSort(first, 'name')).toEqual({ column: 'name', descending: false });
});
