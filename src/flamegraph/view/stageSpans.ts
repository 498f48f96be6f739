import type { NodeIndex } from '../../profile/callTree';
import type { Span } from '../layout/span';
import { levelOf, startOf } from '../layout/treeLayout';
import type { StagePicture } from './flameStage';

/** Steps of the layout's grid in one pixel. */
const FINEST_STEPS = 16;

/** The smallest part of the focus that may fill the width: the stage zooms no further, as places are no finer. */
export function narrowestSpan({ layout, viewport }: StagePicture): number {
  const width = viewport.to - viewport.from;
  return width > 0 ? (viewport.width * FINEST_STEPS * layout.gridStep) / width : 1;
}

/** The part of the focus that a node's box takes. */
export function spanOfNode({ layout, viewport }: StagePicture, node: NodeIndex): Span {
  const start = startOf(layout, node, levelOf(layout, node));
  const width = viewport.to - viewport.from;
  return { from: (start - viewport.from) / width, to: (start + layout.weight[node] - viewport.from) / width };
}
