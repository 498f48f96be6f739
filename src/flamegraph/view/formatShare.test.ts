import { formatShare } from './formatShare';

test.each([
  [345, 1000, '34.5%'],
  [1, 1, '100%'],
  [0, 7, '0%'],
  [2, 10_000, '0.02%'],
  [1, 1_000_000, '<0.01%'],
  [-1, 1_000_000, '>-0.01%'],
  [-12, 48, '-25%'],
  [999.9, 1000, '100%'],
  [0, 0, '–'],
  [1, 0, '–'],
])('%p of %p is %s', (part, whole, text) => {
  expect(formatShare(part, whole)).toBe(text);
});
