import { addLines } from './addLines';
import type { FunctionLines } from './functionLines';

/** [line, self, total] each. */
function linesOf(file: string, ...rows: ReadonlyArray<readonly [number, number, number]>): FunctionLines {
  return {
    file,
    unit: 'bytes',
    lines: {
      length: rows.length,
      line: Uint32Array.from(rows, ([line]) => line),
      self: Float64Array.from(rows, ([, self]) => self),
      total: Float64Array.from(rows, ([, , total]) => total),
    },
  };
}

test('lines that several profiles know are added up, the others stand between them', () => {
  const sum = addLines([linesOf('a.java', [3, 1, 2], [9, 0, 5]), linesOf('a.java', [3, 10, 20], [5, 4, 4])]);
  expect(sum).toEqual(linesOf('a.java', [3, 11, 22], [5, 4, 4], [9, 0, 5]));
});

test('one alone is itself', () => {
  const one = linesOf('a.java', [3, 1, 2]);
  expect(addLines([one])).toBe(one);
});

test('lines of different files are not mixed: those of the file that has the most are shown', () => {
  const sum = addLines([linesOf('', [0, 3, 3]), linesOf('a.java', [3, 1, 2]), linesOf('a.java', [3, 4, 5])]);
  expect(sum).toEqual(linesOf('a.java', [3, 5, 7]));
});

test('profiles that do not have the function add nothing', () => {
  expect(addLines([linesOf(''), linesOf('a.java', [3, 1, 2])])).toEqual(linesOf('a.java', [3, 1, 2]));
  expect(addLines([linesOf(''), linesOf('')]).lines.length).toBe(0);
});
