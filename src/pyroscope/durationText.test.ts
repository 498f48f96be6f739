import { durationText } from './durationText';
import { readDuration } from './readDuration';

test.each([
  [7 * 86_400_000, '7d'],
  [36 * 3_600_000, '1d12h'],
  [90_000, '1m30s'],
  [15_000, '15s'],
  [1500, '1s500ms'],
])('%d ms is %s, and is read as the same', (ms, text) => {
  expect(durationText(ms)).toBe(text);
  expect(readDuration(text)).toBe(ms);
});

test('no time at all has a unit, too', () => {
  expect(durationText(0)).toBe('0s');
});
