import { useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { NodeIndex } from '../../profile/callTree';
import { pictureColours, schemeOf } from '../layout/boxColours';
import type { Highlight } from '../layout/highlight';
import { DARK_PALETTE, LIGHT_PALETTE } from '../layout/palette';
import type { TreeLayout } from '../layout/treeLayout';
import { type Orientation, viewportOf } from '../layout/viewport';
import { boxLabels } from './boxLabels';
import { chosenFunction } from './chosenFunction';
import type { FlameGraphState } from './flameGraphState';
import type { StagePicture } from './flameStage';

interface PictureOptions {
  readonly layout: TreeLayout;
  readonly state: FlameGraphState;
  readonly orientation: Orientation;
  readonly isBottomUp: boolean;
  /** See `Viewport`. */
  readonly topLevel: number;
  readonly focus: NodeIndex;
  readonly highlight: Highlight | undefined;
  /** The node to outline, or `NO_NODE`. */
  readonly outlined: NodeIndex;
  /** CSS pixels of the graph. */
  readonly width: number;
  readonly height: number;
  readonly format: (value: number) => string;
}

/** What is to be seen: the same object until something of it changes. */
export function useStagePicture(options: PictureOptions): StagePicture {
  const { layout, orientation, isBottomUp, topLevel, focus, highlight, outlined, width, height, format } = options;
  const { colours, diffBy, chosen, align } = options.state;
  const { tree } = layout;
  const palette = useTheme2().isDark ? DARK_PALETTE : LIGHT_PALETTE;
  const colouring = useMemo(
    () => pictureColours(layout, schemeOf(layout.tree, colours), diffBy),
    [layout, colours, diffBy]
  );
  const labels = useMemo(() => boxLabels(tree, format, isBottomUp), [tree, format, isBottomUp]);
  const viewport = useMemo(
    () => viewportOf(layout, focus, width, orientation, topLevel),
    [layout, focus, width, orientation, topLevel]
  );
  const chosenFunc = useMemo(() => chosenFunction(tree.functions, chosen), [tree, chosen]);
  const look = useMemo(() => ({ ...colouring, highlight, chosen: chosenFunc }), [colouring, highlight, chosenFunc]);
  return useMemo(
    () => ({ layout, viewport, look, labels, palette, width, height, current: outlined, align }),
    [layout, viewport, look, labels, palette, width, height, outlined, align]
  );
}
