import { readIngestTime } from './ingestTime';

const now = 1_700_000_000_000;

test.each([
  ['1699999990', now - 10_000],
  ['1699999990123', now - 10_000 + 123],
  ['1699999990123456', now - 10_000 + 123.456],
  ['1699999990123456789', now - 10_000 + 123.456789],
  ['now', now],
  ['now-1h', now - 3_600_000],
  ['now-1h30m', now - 5_400_000],
  ['now-2d', now - 2 * 86_400_000],
  ['', now],
  [null, now],
])('%j', (text, expected) => {
  expect(readIngestTime(text, now)).toBeCloseTo(expected, 2);
});
