import { comparedLines } from './comparedLines';
import type { FunctionLines } from './functionLines';

const linesOf = (
  file: string,
  lines: ReadonlyArray<readonly [line: number, self: number, total: number]>
): FunctionLines => ({
  file,
  unit: 'nanoseconds',
  lines: {
    length: lines.length,
    line: Uint32Array.from(lines, ([line]) => line),
    self: Float64Array.from(lines, ([, self]) => self),
    total: Float64Array.from(lines, ([, , total]) => total),
  },
});

test('lines of both sides stand beside each other, with nothing where a side has none', () => {
  const left = linesOf('v1/cart.go', [
    [0, 1, 1],
    [12, 3, 9],
  ]);
  const right = linesOf('v2/cart.go', [
    [12, 5, 6],
    [40, 2, 2],
  ]);
  expect(comparedLines(left, right)).toEqual({
    file: 'v2/cart.go',
    lines: [
      { line: 0, baseline: { self: 1, total: 1 }, compared: { self: 0, total: 0 } },
      { line: 12, baseline: { self: 3, total: 9 }, compared: { self: 5, total: 6 } },
      { line: 40, baseline: { self: 0, total: 0 }, compared: { self: 2, total: 2 } },
    ],
  });
});

test('a function that is gone has the lines of the baseline, one without lines has none', () => {
  const none = linesOf('', []);
  expect(comparedLines(linesOf('cart.go', [[12, 3, 9]]), none).file).toBe('cart.go');
  expect(comparedLines(none, none)).toEqual({ file: '', lines: [] });
});
