/** CSS pixels. */
export const ROW_HEIGHT = 28;
export const HEADER_ROW_HEIGHT = 32;

/** Rows drawn above and below what is in sight, so that a quick scroll shows no gap. */
const SPARE_ROWS = 6;

/** The rows to be drawn: [first, end). */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** `height`: CSS pixels that rows are seen through. */
export function rowWindow(scrollTop: number, height: number, count: number): RowWindow {
  const top = Math.floor(Math.max(0, scrollTop) / ROW_HEIGHT);
  const seen = Math.ceil(Math.max(0, height) / ROW_HEIGHT) + 1;
  const end = Math.min(count, top + seen + SPARE_ROWS);
  return { first: Math.max(0, Math.min(top - SPARE_ROWS, end - seen)), end };
}

/** The scroll position nearest to the given one at which all of a row is in sight. */
export function scrollTopFor(row: number, scrollTop: number, height: number): number {
  const top = row * ROW_HEIGHT;
  return Math.max(0, Math.min(top, Math.max(scrollTop, top + ROW_HEIGHT - height)));
}
