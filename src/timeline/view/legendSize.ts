/** Heights in CSS pixels: of a row, and of the space above the first. */
export const LEGEND_ROW = 22;
const SPACE_ABOVE = 4;
/** What a name takes, alone and with three figures. */
const NAME_WIDTH = 140;
const ENTRY_WIDTH = 350;
const MOST_ROWS = 3;
/** Below these the plot needs all that there is. */
const LEAST_HEIGHT = 110;
const LEAST_WIDTH = 300;
/** Below this the figures would leave a name no room. */
const LEAST_WIDTH_FOR_FIGURES = 400;

export interface LegendSize {
  /** CSS pixels; 0 where the legend has no place. */
  readonly height: number;
  /** Whether there is room for figures beside the names. Names come first: the figures are in the tooltip, too. */
  readonly hasFigures: boolean;
}

/** What the legend of so many series may take of a timeline of this size. */
export function legendSize(width: number, height: number, seriesCount: number): LegendSize {
  if (height < LEAST_HEIGHT || width < LEAST_WIDTH || seriesCount === 0) {
    return { height: 0, hasFigures: false };
  }
  const affordable = Math.max(1, Math.min(MOST_ROWS, Math.floor(height / 4 / LEGEND_ROW)));
  const rowsOf = (entryWidth: number) => Math.ceil(seriesCount / Math.max(1, Math.floor(width / entryWidth)));
  const hasFigures = width >= LEAST_WIDTH_FOR_FIGURES && rowsOf(ENTRY_WIDTH) <= affordable;
  const rows = Math.min(affordable, rowsOf(hasFigures ? ENTRY_WIDTH : NAME_WIDTH));
  return { height: SPACE_ABOVE + rows * LEGEND_ROW, hasFigures };
}
