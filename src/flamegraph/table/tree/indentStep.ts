/** CSS pixels a level, where there is room; and the least that can be seen. */
const STEP = 16;
const LEAST_STEP = 6;
/** How much of a name's room may be indentation. */
const LARGEST_PART = 0.45;

/** CSS pixels that a level is indented by, so that the deepest row still has room for its name. */
export function indentStep(depth: number, nameWidth: number): number {
  const most = Math.floor((nameWidth * LARGEST_PART) / Math.max(1, depth - 1));
  return Math.max(LEAST_STEP, Math.min(STEP, most));
}

/** CSS pixels that a row is indented by; rows of stacks without end stand below each other. `level`: from 1. */
export function indentOf(level: number, step: number, nameWidth: number): number {
  return Math.min((level - 1) * step, Math.floor(nameWidth * LARGEST_PART));
}
