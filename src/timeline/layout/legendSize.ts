/** Heights in CSS pixels: of a row, and of the space above the first. */
export const LEGEND_ROW = 22;
export const LEGEND_SPACE_ABOVE = 4;
/** Widths in CSS pixels: of the free space at each side, between two entries, and between the parts of one. */
export const LEGEND_SIDE = 8;
export const LEGEND_ENTRY_GAP = 24;
export const LEGEND_PART_GAP = 12;
/** A series' colour and the space behind it. */
const ICON = 22;
const MOST_ROWS = 3;
/** Below these the plot needs all that there is. */
const LEAST_HEIGHT = 110;
const LEAST_WIDTH = 300;

export interface LegendEntry {
  readonly name: string;
  /** "Last: 0.3 cores"; none for a series without values. */
  readonly figures: readonly string[];
}

export interface LegendSize {
  /** CSS pixels; 0 where the legend has no place. */
  readonly height: number;
  /** Whether there is room for figures beside the names. Names come first: the figures are in the tooltip, too. */
  readonly hasFigures: boolean;
}

/**
 * What the legend may take of a timeline of this size in CSS pixels.
 *
 * @param measure text -> its width in CSS pixels, in the legend's font
 */
export function legendSize(
  width: number,
  height: number,
  entries: readonly LegendEntry[],
  measure: (text: string) => number
): LegendSize {
  if (height < LEAST_HEIGHT || width < LEAST_WIDTH || entries.length === 0) {
    return { height: 0, hasFigures: false };
  }
  const room = width - 2 * LEGEND_SIDE;
  const names = entries.map(({ name }) => ICON + measure(name));
  const whole = entries.map(({ figures }, i) =>
    figures.reduce((sum, figure) => sum + LEGEND_PART_GAP + measure(figure), names[i])
  );
  const affordable = Math.max(1, Math.min(MOST_ROWS, Math.floor(height / 4 / LEGEND_ROW)));
  const hasFigures = whole.every((entry) => entry <= room) && rowsOf(whole, room) <= affordable;
  const rows = Math.min(affordable, rowsOf(hasFigures ? whole : names, room));
  return { height: LEGEND_SPACE_ABOVE + rows * LEGEND_ROW, hasFigures };
}

/** Rows that the entries take, as a browser wraps them. */
function rowsOf(widths: readonly number[], room: number): number {
  let rows = 1;
  let used = 0;
  for (const each of widths) {
    // A browser's layout and a canvas's measure differ by less than this.
    const width = Math.ceil(each) + 2;
    if (used > 0 && used + LEGEND_ENTRY_GAP + width > room) {
      rows++;
      used = 0;
    }
    used += (used > 0 ? LEGEND_ENTRY_GAP : 0) + width;
  }
  return rows;
}
