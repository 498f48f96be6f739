import { createTheme } from '@grafana/data';
import { epochMs } from '../base/units';
import { formatLength, formatMoment, formatSpan, timelineFormats } from './numberFormats';

const theme = createTheme();
const span = (from: string, to: string) => ({ from: epochMs(Date.parse(from)), to: epochMs(Date.parse(to)) });

test('values have the unit and the decimals of their field', () => {
  expect(timelineFormats({ unit: 'bytes' }, theme, 'utc').value(2 ** 20)).toBe('1 MiB');
  expect(timelineFormats({ unit: 'cores', decimals: 2 }, theme, 'utc').value(1.5)).toBe('1.50 cores');
});

test('bytes are cut at powers of two, cores at powers of ten', () => {
  expect(timelineFormats({ unit: 'binBps' }, theme, 'utc').valueBase).toBe(2);
  expect(timelineFormats({ unit: 'decbytes' }, theme, 'utc').valueBase).toBe(10);
  expect(timelineFormats({ unit: 'cores' }, theme, 'utc').valueBase).toBe(10);
});

test('times are those of the chosen time zone, also where it changes its offset', () => {
  const { time } = timelineFormats({}, theme, 'Europe/Berlin');
  expect(time.utcOffset(Date.parse('2026-07-01T00:00:00Z'))).toBe(2 * 3_600_000);
  expect(time.utcOffset(Date.parse('2026-12-01T00:00:00Z'))).toBe(3_600_000);
  expect(time.label(Date.parse('2026-12-01T00:00:00Z'), 60_000, 3_600_000)).toBe('01:00');
});

test.each([
  [500, 2_000, '06:05:30.250'],
  [5_000, 60_000, '06:05:30'],
  [60_000, 3_600_000, '06:05'],
  [6 * 3_600_000, 3 * 86_400_000, '11/21 06:05'],
  [86_400_000, 20 * 86_400_000, '11/21'],
  [28 * 86_400_000, 400 * 86_400_000, '2026-11'],
  [365 * 86_400_000, 3000 * 86_400_000, '2026'],
])('ticks %i ms apart on an axis of %i ms are called as %s', (increment, length, label) => {
  const { time } = timelineFormats({}, theme, 'utc');
  expect(time.label(Date.parse('2026-11-21T06:05:30.250Z'), increment, length)).toBe(label);
});

test('a span within a day needs no date, another does', () => {
  expect(formatSpan(span('2026-11-21T06:04:00Z', '2026-11-21T06:06:30Z'), 'utc')).toBe('06:04:00 – 06:06:30');
  expect(formatSpan(span('2026-11-21T23:59:00Z', '2026-11-22T00:01:00Z'), 'utc')).toBe(
    '2026-11-21 23:59:00 – 2026-11-22 00:01:00'
  );
});

test('what lies on some day of several says on which', () => {
  const days = span('2026-11-19T06:00:00Z', '2026-11-21T06:00:00Z');
  const part = span('2026-11-20T06:04:00Z', '2026-11-20T06:06:30Z');
  expect(formatSpan(part, 'utc', days)).toBe('2026-11-20 06:04:00 – 06:06:30');
  expect(formatSpan(part, 'utc', span('2026-11-20T06:00:00Z', '2026-11-20T07:00:00Z'))).toBe('06:04:00 – 06:06:30');
  expect(formatMoment(part.from, 'utc', days)).toBe('2026-11-20 06:04:00');
  expect(formatMoment(part.from, 'utc', part)).toBe('06:04:00');
});

test('a length is told in words', () => {
  expect(formatLength(span('2026-11-21T06:04:00Z', '2026-11-21T06:06:30Z'))).toBe('2m 30s');
});
