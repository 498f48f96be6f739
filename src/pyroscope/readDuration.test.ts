import { readDuration } from './readDuration';

test.each([
  ['1d', 86_400_000],
  ['24h0m0s', 86_400_000],
  ['1w2d', 9 * 86_400_000],
  ['47h33m39.9s', 171_219_900],
  ['500ms', 500],
])('%s', (text, expected) => {
  expect(readDuration(text)).toBeCloseTo(expected, 6);
});

test.each(['', '1', 'd', '1 d', '-1d', 'forever', '1d?'])('"%s" is no duration', (text) => {
  expect(readDuration(text)).toBeUndefined();
});
