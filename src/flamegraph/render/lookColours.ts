import type { FillMark, FlamePalette } from '../layout/palette';
import { FIRST_COLOUR, Look } from './drawOrder';

/** What boxes of a look are filled with. */
export function fillOfLook(look: number, palette: FlamePalette): string {
  switch (look) {
    case Look.sliver:
      return palette.sliver;
    case Look.narrowHit:
      return palette.narrowHit;
    case Look.truncated:
      return palette.truncatedFill;
    case Look.muted:
      return palette.missFill;
    default:
      return palette.fills[look - FIRST_COLOUR];
  }
}

/** What is drawn upon that fill, if anything is. */
export function markOfLook(look: number, palette: FlamePalette): FillMark | undefined {
  return look === Look.truncated
    ? { shape: 'stripes', colour: palette.truncatedStripe }
    : palette.marks.get(look - FIRST_COLOUR);
}

export function textOfLook(look: number, palette: FlamePalette): string {
  return look === Look.truncated ? palette.truncatedText : look === Look.muted ? palette.missText : palette.text;
}
