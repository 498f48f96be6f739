import { epochMs } from '../../base/units';
import { fileName } from './fileName';

const at = (text: string) => epochMs(Date.parse(text));
const morning = { from: at('2026-11-21T14:02:10Z'), to: at('2026-11-21T14:04:00Z') };

test('a file is named after the profile and its range, in the time zone of the dashboard', () => {
  expect(fileName('CPU of checkout', morning, 'utc', 'csv')).toBe('CPU of checkout 2026-11-21 14.02.10–14.04.00.csv');
  expect(fileName('CPU', morning, 'Asia/Tokyo', 'csv')).toBe('CPU 2026-11-21 23.02.10–23.04.00.csv');
});

test('a range over midnight has both days', () => {
  const night = { from: at('2026-11-21T23:00:00Z'), to: at('2026-11-22T01:00:00Z') };
  expect(fileName('CPU', night, 'utc', 'txt')).toBe('CPU 2026-11-21 23.00.00–2026-11-22 01.00.00.txt');
});

test.each([
  ['../../etc/passwd', 'etc passwd'],
  ['CPU {service="a|b"}', 'CPU {service= a b }'],
  ['a\u202Egnp.exe\n', 'a gnp.exe'],
  ['...', 'profile'],
  ['', 'profile'],
  ['\u{1F525}'.repeat(100), '\u{1F525}'.repeat(60)],
])('the title %j is safe as %j', (title, safe) => {
  expect(fileName(title, morning, 'utc', 'txt')).toBe(`${safe} 2026-11-21 14.02.10–14.04.00.txt`);
});
