/** CSS pixels of the table's columns. */
export interface TableWidths {
  readonly value: number;
  /** 0: shares have no columns of their own. */
  readonly share: number;
  /** What is left for the name's text. */
  readonly nameText: number;
  /** As CSS's grid-template-columns has it. */
  readonly template: string;
}

const VALUE = 96;
const SHARE = 68;
/** Below this a name says too little for shares to stand beside it. */
const LEAST_NAME = 220;
/** A cell's padding on both sides, the swatch with its distance, and a scroll bar. */
const AROUND_NAME = 16 + 18 + 14;

/** What `columns` columns of values leave room for in `width` CSS pixels. */
export function tableWidths(width: number, columns: number): TableWidths {
  const hasShares = width - columns * (VALUE + SHARE) >= LEAST_NAME;
  const share = hasShares ? SHARE : 0;
  const values = Array.from({ length: columns }, () => (hasShares ? `${VALUE}px ${SHARE}px` : `${VALUE}px`));
  return {
    value: VALUE,
    share,
    nameText: Math.max(0, width - columns * (VALUE + share) - AROUND_NAME),
    template: `minmax(0, 1fr) ${values.join(' ')}`,
  };
}
