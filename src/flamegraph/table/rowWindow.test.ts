import { ROW_HEIGHT, rowWindow, scrollTopFor } from './rowWindow';

const HEIGHT = 10 * ROW_HEIGHT;

test.each([0, 1, 500, 99_990 * ROW_HEIGHT, 100_000 * ROW_HEIGHT])(
  'scrolled to %d, all rows in sight are drawn, and few others',
  (scrollTop) => {
    const { first, end } = rowWindow(scrollTop, HEIGHT, 100_000);
    const seenEnd = Math.min(100_000, Math.ceil((scrollTop + HEIGHT) / ROW_HEIGHT));
    expect(first).toBeLessThanOrEqual(Math.floor(scrollTop / ROW_HEIGHT));
    expect(end).toBeGreaterThanOrEqual(seenEnd);
    expect(end - first).toBeLessThan(30);
    expect(end - first).toBeGreaterThanOrEqual(10);
  }
);

test('a list that became shorter than where it was scrolled to still shows its last rows', () => {
  expect(rowWindow(5000, HEIGHT, 3)).toEqual({ first: 0, end: 3 });
  expect(rowWindow(5000, HEIGHT, 0)).toEqual({ first: 0, end: 0 });
});

test('a row is brought into sight by the least scrolling', () => {
  expect(scrollTopFor(3, 0, HEIGHT)).toBe(0);
  expect(scrollTopFor(10, 0, HEIGHT)).toBe(ROW_HEIGHT);
  expect(scrollTopFor(2, 5 * ROW_HEIGHT, HEIGHT)).toBe(2 * ROW_HEIGHT);
  expect(scrollTopFor(7, 5 * ROW_HEIGHT, HEIGHT)).toBe(5 * ROW_HEIGHT);
});
