import { relativeChange, shareChange, valueChange } from './changeText';

const ms = (value: number) => `${value} ms`;

test('a value that grew and one that shrank have signs, and parts of what they were', () => {
  expect(valueChange(200, 236, ms)).toEqual({ difference: '+36 ms', relative: '+18%' });
  expect(valueChange(200, 50, ms)).toEqual({ difference: '−150 ms', relative: '−75%' });
  expect(valueChange(7, 7, ms)).toEqual({ difference: '0', relative: '=' });
});

test('shares differ by percentage points', () => {
  expect(shareChange(0.1, 0.125)).toEqual({ difference: '+2.5 pp', relative: '+25%' });
  expect(shareChange(0.5, 0.499999)).toEqual({ difference: '≈ 0', relative: '≈ 0' });
});

test('what was not there, or no longer is, is said in words and has no percentage', () => {
  expect(relativeChange(0, 5)).toBe('new');
  expect(relativeChange(5, 0)).toBe('gone');
  expect(relativeChange(0, 0)).toBe('=');
});

test('what grew many times over is told as a factor, and never without an end', () => {
  expect(relativeChange(1, 13)).toBe('×13');
  expect(relativeChange(1e-300, 1e300)).toBe('–');
  expect(relativeChange(1, 2e9)).toBe('×2e9');
  expect(relativeChange(-1, 2)).toBe('–');
});
