import { legendSize } from './legendSize';

test('one series has a row with its figures', () => {
  expect(legendSize(900, 160, 1)).toEqual({ height: 26, hasFigures: true });
});

test('many series show their names, rather than figures of a few', () => {
  expect(legendSize(900, 160, 8)).toEqual({ height: 26, hasFigures: false });
  expect(legendSize(600, 300, 8)).toEqual({ height: 48, hasFigures: false });
});

test('a hundred series leave most of the height to the plot', () => {
  expect(legendSize(400, 300, 100).height).toBeLessThanOrEqual(75);
});

test('a small timeline has no legend', () => {
  expect(legendSize(900, 90, 1).height).toBe(0);
  expect(legendSize(200, 300, 1).height).toBe(0);
  expect(legendSize(900, 300, 0).height).toBe(0);
});
