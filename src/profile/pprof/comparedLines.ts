import type { FunctionLines } from './functionLines';

/** A function's lines on both sides of a comparison. */
export interface ComparedLines {
  /** Of what is compared; of the baseline where that is all that has lines. '' where the profile does not say. */
  readonly file: string;
  /** Ascending by line; 0 on a side that has nothing there. */
  readonly lines: ReadonlyArray<{
    /** 1-based; 0 is what has no line. */
    readonly line: number;
    readonly baseline: LineValues;
    readonly compared: LineValues;
  }>;
}

export interface LineValues {
  readonly self: number;
  readonly total: number;
}

const NOTHING: LineValues = { self: 0, total: 0 };

/** Lays the lines of a function beside each other, by their numbers: files are at other paths in other releases. */
export function comparedLines(baseline: FunctionLines, compared: FunctionLines): ComparedLines {
  const [left, right] = [baseline, compared].map(({ lines }) => {
    const values = new Map<number, LineValues>();
    lines.line.forEach((line, at) => values.set(line, { self: lines.self[at], total: lines.total[at] }));
    return values;
  });
  const numbers = [...new Set([...left.keys(), ...right.keys()])].sort((a, b) => a - b);
  return {
    file: right.size > 0 ? compared.file : baseline.file,
    lines: numbers.map((line) => ({
      line,
      baseline: left.get(line) ?? NOTHING,
      compared: right.get(line) ?? NOTHING,
    })),
  };
}
