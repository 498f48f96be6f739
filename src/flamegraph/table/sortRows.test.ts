import { nextSort, onlyMatches, sortOnBasis, sortRows } from './sortRows';

const rows = (length: number) => Uint32Array.from({ length }, (_, row) => row);

test('of the same values the earlier row stays first, in both directions', () => {
  const values = [20, 80, 20, 50, 20];
  expect(Array.from(sortRows(rows(5), (row) => values[row], true))).toEqual([1, 3, 0, 2, 4]);
  expect(Array.from(sortRows(rows(5), (row) => values[row], false))).toEqual([0, 2, 4, 3, 1]);
});

test('large columns are sorted as an obvious sort does it', () => {
  const length = 5000;
  const values = Float64Array.from({ length }, (_, i) => ((i * 7919) % 613) - (i % 3 === 0 ? 300 : 0));
  expect(Array.from(sortRows(rows(length), (row) => values[row], true))).toEqual(
    Array.from({ length }, (_, i) => i).sort((a, b) => values[b] - values[a] || a - b)
  );
});

test('values that are no numbers, and zeros of either sign, lose no row', () => {
  const values = [NaN, 0, -0, 1, -1];
  expect(Array.from(sortRows(rows(5), (row) => values[row], true))).toEqual([3, 0, 1, 2, 4]);
  expect(Array.from(sortRows(rows(5), (row) => values[row], false))).toEqual([4, 0, 1, 2, 3]);
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

test('self and total change places without changing the order otherwise', () => {
  expect(sortOnBasis({ column: 'selfChange', descending: false }, 'total')).toEqual({
    column: 'totalChange',
    descending: false,
  });
  expect(sortOnBasis({ column: 'name', descending: true }, 'total')).toEqual({ column: 'name', descending: true });
});
