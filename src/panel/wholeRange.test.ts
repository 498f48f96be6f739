import { dateTime } from '@grafana/data';
import { nameOfRange } from './wholeRange';

const range = (from: string, to: string) => ({ from: dateTime(0), to: dateTime(1), raw: { from, to } });

test.each([
  ['now-1h', 'now', 'the last hour'],
  ['now-15m', 'now', 'the last 15 minutes'],
  ['now/d', 'now/d', 'today'],
  ['now-1d/d', 'now-1d/d', 'yesterday'],
  ['now-90m', 'now-10m', 'the whole range'],
])('%s to %s is %s', (from, to, name) => {
  expect(nameOfRange(range(from, to))).toBe(name);
});

test('a range between two moments has no name', () => {
  const moments = { from: dateTime(0), to: dateTime(1000) };
  expect(nameOfRange({ ...moments, raw: moments })).toBe('the whole range');
});
