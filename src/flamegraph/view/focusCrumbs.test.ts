import { focusCrumbs } from './focusCrumbs';

const crumbs = (path: number[], room: number) => focusCrumbs(path, room, 20, () => 100);

test('a path that fits is shown whole', () => {
  expect(crumbs([1, 2, 3], 300)).toEqual({ hidden: [], shown: [1, 2, 3] });
});

test('a longer one collapses in the middle, and the dots need room too', () => {
  expect(crumbs([1, 2, 3], 299)).toEqual({ hidden: [1], shown: [2, 3] });
  expect(crumbs([1, 2, 3, 4], 219)).toEqual({ hidden: [1, 2, 3], shown: [4] });
});

test('the focus is shown however little room there is', () => {
  expect(crumbs([1, 2, 3], 0)).toEqual({ hidden: [1, 2], shown: [3] });
});

test('a whole profile has no crumbs', () => {
  expect(crumbs([], 300)).toEqual({ hidden: [], shown: [] });
});
