import { legendSize, type LegendEntry } from './legendSize';

const measure = (text: string) => text.length * 6;
const entries = (count: number): LegendEntry[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `service ${i}`,
    figures: ['Last: 0.0453 cores', 'Mean: 0.1060 cores', 'Max: 0.6680 cores'],
  }));

test('one series has a row with its figures', () => {
  expect(legendSize(900, 160, entries(1), measure)).toEqual({ height: 26, hasFigures: true });
});

test('two series that do not fit side by side have a row each, where there is height for it', () => {
  expect(legendSize(700, 300, entries(2), measure)).toEqual({ height: 48, hasFigures: true });
  expect(legendSize(1000, 160, entries(2), measure)).toEqual({ height: 26, hasFigures: true });
});

test('many series show their names, rather than figures of a few', () => {
  expect(legendSize(900, 160, entries(8), measure)).toEqual({ height: 26, hasFigures: false });
  expect(legendSize(600, 300, entries(8), measure)).toEqual({ height: 48, hasFigures: false });
});

test('where a name and its figures do not fit on a row, the name stays', () => {
  expect(legendSize(380, 160, entries(1), measure)).toEqual({ height: 26, hasFigures: false });
});

test('a hundred series leave most of the height to the plot', () => {
  expect(legendSize(400, 300, entries(100), measure).height).toBeLessThanOrEqual(75);
});

test('a small timeline has no legend', () => {
  expect(legendSize(900, 90, entries(1), measure).height).toBe(0);
  expect(legendSize(200, 300, entries(1), measure).height).toBe(0);
  expect(legendSize(900, 300, [], measure).height).toBe(0);
});
