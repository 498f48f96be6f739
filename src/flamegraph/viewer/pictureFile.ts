import type { CallTree, FunctionIndex } from '../../profile/callTree';
import { loadTreeOperations } from '../../worker/loadTreeOperations';
import { functionInTree } from '../table/functionInTree';
import { withChange } from '../table/stateChange';
import { flamePicture, type FlamePicture, type PictureRequest } from '../view/flamePicture';
import type { FlameGraphState, ProfileViewKind } from '../view/flameGraphState';
import { fileName } from './fileName';
import type { NamedFile, ProfileToSave } from './profileFile';
import { stackedPictures } from './stackedPictures';

/** Pixels to a CSS pixel: sharp on every screen, and in print. */
const PIXEL_RATIO = 2;
/** CSS pixels: boxes of a narrower picture would have no names. */
const LEAST_WIDTH = 800;

export interface PictureLook {
  /** The profile, the way round that is drawn. */
  readonly tree: CallTree;
  /** CSS pixels of the flame graph on the screen. */
  readonly width: number;
  readonly view: ProfileViewKind;
  readonly state: FlameGraphState;
  readonly theme: 'dark' | 'light';
}

/** The flame graph, or the sandwich, as it is seen, with all its rows. Of a table, the flame graph beside it. */
export async function pictureFile(
  profile: ProfileToSave,
  { tree, width, view, state, theme }: PictureLook,
  kind: 'png' | 'svg'
): Promise<NamedFile> {
  const { title, span, timeZone, format } = profile;
  const request = { width: Math.max(width, LEAST_WIDTH), state, theme, format, title };
  const func = view === 'sandwich' ? functionInTree(profile.tree, state.chosen) : undefined;
  const picture = func === undefined ? flamePicture(tree, request) : await sandwichPicture(profile.tree, func, request);
  const content =
    kind === 'png'
      ? await picture.png(PIXEL_RATIO)
      : new Blob([picture.svg()], { type: 'image/svg+xml;charset=utf-8' });
  return { name: fileName(title, span, timeZone, kind), content };
}

async function sandwichPicture(tree: CallTree, func: FunctionIndex, request: PictureRequest): Promise<FlamePicture> {
  const operations = await loadTreeOperations();
  const { signal } = new AbortController();
  const [callers, callees] = await Promise.all([
    operations.run({ do: 'callers', func }, tree, signal),
    operations.run({ do: 'callees', func }, tree, signal),
  ]);
  const name = tree.functions.names[func];
  const half = (of: CallTree, what: string, orientation: FlameGraphState['orientation']) =>
    flamePicture(of, {
      ...request,
      title: `${request.title}: ${what} of ${name}`,
      state: withChange(request.state, { focus: [name], orientation }),
    });
  return stackedPictures(half(callers.tree, 'callers', 'root-bottom'), half(callees.tree, 'callees', undefined));
}
