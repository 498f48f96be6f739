/** A part of a whole as percent: "34.5%", "0.02%", "<0.01%"; "–" where the whole is nothing. */
export function formatShare(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  if (!Number.isFinite(percent)) {
    return '–';
  }
  const size = Math.abs(percent);
  if (size > 0 && size < 0.01) {
    return percent < 0 ? '>-0.01%' : '<0.01%';
  }
  // Two digits after the point only where one would say nothing, and none that say nothing themselves.
  const digits = size < 0.1 ? 2 : 1;
  return `${Number(percent.toFixed(digits))}%`;
}
