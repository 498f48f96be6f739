import type { CallTree } from '../../profile/callTree';
import { flamePicture } from '../view/flamePicture';
import type { FlameGraphState } from '../view/flameGraphState';
import { fileName } from './fileName';
import type { NamedFile, ProfileToSave } from './profileFile';

/** Pixels to a CSS pixel: sharp on every screen, and in print. */
const PIXEL_RATIO = 2;
/** CSS pixels: boxes of a narrower picture would have no names. */
const LEAST_WIDTH = 800;

export interface PictureLook {
  /** The profile, the way round that is drawn. */
  readonly tree: CallTree;
  /** CSS pixels of the flame graph on the screen. */
  readonly width: number;
  readonly state: FlameGraphState;
  readonly theme: 'dark' | 'light';
}

/** The flame graph as it is seen, with all its rows. */
export async function pictureFile(
  { title, span, timeZone, format }: ProfileToSave,
  { tree, width, state, theme }: PictureLook,
  kind: 'png' | 'svg'
): Promise<NamedFile> {
  const picture = flamePicture(tree, { width: Math.max(width, LEAST_WIDTH), state, theme, format, title });
  const content =
    kind === 'png'
      ? await picture.png(PIXEL_RATIO)
      : new Blob([picture.svg()], { type: 'image/svg+xml;charset=utf-8' });
  return { name: fileName(title, span, timeZone, kind), content };
}
