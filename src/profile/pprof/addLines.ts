import type { FunctionLines } from './functionLines';

/**
 * One function's lines in several profiles of one unit, added up. Where these know it in several files, those of the
 * file that has the most.
 *
 * @param parts at least one
 */
export function addLines(parts: readonly FunctionLines[]): FunctionLines {
  const [first] = parts;
  if (parts.length === 1) {
    return first;
  }
  const sums = new Map<string, Map<number, { self: number; total: number }>>();
  for (const { file, lines } of parts) {
    const ofFile = sums.get(file) ?? new Map<number, { self: number; total: number }>();
    sums.set(file, ofFile);
    for (let at = 0; at < lines.length; at++) {
      const known = ofFile.get(lines.line[at]) ?? { self: 0, total: 0 };
      ofFile.set(lines.line[at], { self: known.self + lines.self[at], total: known.total + lines.total[at] });
    }
  }
  const sizeOf = (lines: Map<number, { total: number }>) =>
    [...lines.values()].reduce((size, { total }) => size + Math.abs(total), 0);
  const [[file, largest]] = [...sums].sort(([, a], [, b]) => sizeOf(b) - sizeOf(a));
  const ascending = [...largest].sort(([a], [b]) => a - b);
  return {
    file,
    unit: first.unit,
    lines: {
      length: ascending.length,
      line: Uint32Array.from(ascending, ([line]) => line),
      self: Float64Array.from(ascending, ([, { self }]) => self),
      total: Float64Array.from(ascending, ([, { total }]) => total),
    },
  };
}
