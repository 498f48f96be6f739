/** How many colours a heatmap has; one more could not be told from its neighbour. */
export const HEAT_LEVELS = 64;

/**
 * Magma, by Stéfan van der Walt and Nathaniel Smith for matplotlib (CC0), at every eighth of its length: its lightness
 * grows evenly, in grey and for colour-blind eyes, too.
 */
const MAGMA = [
  [0, 0, 4],
  [28, 16, 68],
  [79, 18, 123],
  [129, 37, 129],
  [181, 54, 122],
  [229, 80, 100],
  [251, 135, 97],
  [254, 194, 135],
  [252, 253, 191],
] as const;

/** The part of magma that can be told from the background: the rarest count must still be seen. */
const ON_DARK = { rare: 0.22, frequent: 1 };
const ON_LIGHT = { rare: 0.94, frequent: 0.12 };

/** Colours from the rarest to the most frequent; the more frequent, the further from the background. */
export function heatColours(isDark: boolean): readonly string[] {
  const { rare, frequent } = isDark ? ON_DARK : ON_LIGHT;
  return Array.from({ length: HEAT_LEVELS }, (_, level) =>
    magma(rare + ((frequent - rare) * level) / (HEAT_LEVELS - 1))
  );
}

function magma(at: number): string {
  const place = at * (MAGMA.length - 1);
  const below = Math.min(MAGMA.length - 2, Math.floor(place));
  const share = place - below;
  const channels = MAGMA[below].map((from, i) => Math.round(from + (MAGMA[below + 1][i] - from) * share));
  return `rgb(${channels.join(', ')})`;
}
