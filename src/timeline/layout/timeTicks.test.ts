import fc from 'fast-check';
import { epochMs } from '../../base/units';
import { timeTicks, type TimeTickFormat } from './timeTicks';

const HOUR = 3_600_000;
const span = (from: string, to: string) => ({ from: epochMs(Date.parse(from)), to: epochMs(Date.parse(to)) });
const local = (utcOffset: TimeTickFormat['utcOffset']): TimeTickFormat => ({
  utcOffset,
  label: (time) => new Date(time + utcOffset(time)).toISOString().slice(0, 16).replace('T', ' '),
});
const utc = local(() => 0);
const narrow = () => 30;
const labels = (...args: Parameters<typeof timeTicks>) => timeTicks(...args).map(({ label }) => label.slice(5));

test('eighteen minutes on a wide axis are cut every minute, on a narrow one every ten', () => {
  const minutes = span('2026-11-21T06:00:00Z', '2026-11-21T06:18:00Z');
  expect(timeTicks(minutes, 900, utc, narrow)).toHaveLength(19);
  expect(labels(minutes, 120, utc, narrow)).toEqual(['11-21 06:00', '11-21 06:10']);
});

test('ticks stand on round times of the time zone, not of UTC', () => {
  const kathmandu = local(() => 5.75 * HOUR);
  expect(labels(span('2026-11-21T06:00:00Z', '2026-11-21T09:00:00Z'), 200, kathmandu, narrow)).toEqual([
    '11-21 12:00',
    '11-21 13:00',
    '11-21 14:00',
  ]);
});

test('when clocks are put back, ticks stay on round local times', () => {
  // Berlin, 25 October 2026: at 01:00 UTC the clock goes from 03:00 to 02:00.
  const berlin = local((time) => (time < Date.parse('2026-10-25T01:00:00Z') ? 2 * HOUR : HOUR));
  expect(labels(span('2026-10-24T20:00:00Z', '2026-10-25T20:00:00Z'), 250, berlin, narrow)).toEqual([
    '10-25 00:00',
    '10-25 06:00',
    '10-25 12:00',
    '10-25 18:00',
  ]);
});

test('when clocks are put forward, no tick stands twice', () => {
  // Berlin, 29 March 2026: at 01:00 UTC the clock goes from 02:00 to 03:00.
  const berlin = local((time) => (time < Date.parse('2026-03-29T01:00:00Z') ? HOUR : 2 * HOUR));
  const ticks = labels(span('2026-03-28T23:00:00Z', '2026-03-29T04:00:00Z'), 300, berlin, narrow);
  expect(ticks).toEqual([...new Set(ticks)]);
  expect(ticks).toContain('03-29 03:00');
});

test('a year is cut at first days of months', () => {
  expect(labels(span('2026-01-15T00:00:00Z', '2027-01-15T00:00:00Z'), 300, utc, narrow)).toEqual([
    '04-01 00:00',
    '07-01 00:00',
    '10-01 00:00',
    '01-01 00:00',
  ]);
});

test('an empty span or axis has no ticks', () => {
  const moment = span('2026-11-21T06:00:00Z', '2026-11-21T06:00:00Z');
  expect(timeTicks(moment, 900, utc, narrow)).toEqual([]);
  expect(timeTicks(span('2026-11-21T06:00:00Z', '2026-11-21T07:00:00Z'), 0, utc, narrow)).toEqual([]);
});

test('ticks are in the span, ascending, and their labels do not touch', () => {
  const from = fc.integer({ min: 0, max: 2e12 });
  const length = fc.integer({ min: 10, max: 10 * 365 * 24 * HOUR });
  fc.assert(
    fc.property(from, length, fc.integer({ min: 50, max: 3000 }), (start, ms, width) => {
      const whole = { from: epochMs(start), to: epochMs(start + ms) };
      const times = timeTicks(whole, width, utc, narrow).map(({ time }) => time);
      times.forEach((time, i) => {
        expect(time).toBeGreaterThanOrEqual(whole.from);
        expect(time).toBeLessThanOrEqual(whole.to);
        if (i > 0) {
          expect(((time - times[i - 1]) / ms) * width).toBeGreaterThanOrEqual(30);
        }
      });
    })
  );
});
