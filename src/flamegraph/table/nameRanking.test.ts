import { NameRanking } from './nameRanking';

function ranked(names: readonly string[]): number[] {
  const ranking = new NameRanking(names);
  // No time at all: every call does the least that there is to do.
  while (!ranking.advance(0)) {
    expect(ranking.ranks).toBeUndefined();
  }
  return Array.from(ranking.ranks ?? []);
}

test('names get their places, and the same names stand in their own order', () => {
  expect(ranked(['main', 'gc', 'main', 'alloc', ''])).toEqual([3, 2, 4, 1, 0]);
  expect(ranked([])).toEqual([]);
});

test('many names, sorted in slices, stand as one sort of all would have them', () => {
  const names = Array.from({ length: 20_000 }, (_, at) => `f${(at * 7919) % 9973}`);
  const order = names.map((_, at) => at).sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : a - b));
  const expected: number[] = [];
  order.forEach((at, place) => (expected[at] = place));
  expect(ranked(names)).toEqual(expected);
});
