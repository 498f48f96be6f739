import { useMemo } from 'react';
import type { CallTree } from '../../profile/callTree';
import type { FilteredTree } from '../../profile/filters/applyFilters';
import type { StackFilter } from '../../profile/filters/stackFilter';
import type { TreeOperation } from '../../worker/operationJob';
import { useTreeWork, type TreeWork } from '../table/useTreeWork';
import type { FlameGraphState } from '../view/flameGraphState';

/** What is to be seen of a profile. */
export interface ViewerTree {
  /** What the filters leave of it. */
  readonly filtered: FilteredTree;
  /** That, the chosen way round. */
  readonly shown: CallTree;
}

const NO_FILTERS: readonly StackFilter[] = [];

/**
 * What the filters leave of a profile, the chosen way round; `maxNodes`: how far bottom-up, see `InvertOptions`. Of a large one it takes a moment, in which the one before
 * is still there; at first there is none.
 */
export function useViewerTree(
  tree: CallTree,
  { filters = NO_FILTERS, isInverted = false }: FlameGraphState,
  maxNodes: number | undefined
) {
  // Filters come from a link or an option as well: the same ones may be another array.
  const key = JSON.stringify(filters);
  const work = useMemo(
    () =>
      viewerWork(tree, JSON.parse(key) as readonly StackFilter[], isInverted ? { do: 'invert', maxNodes } : undefined),
    [tree, key, isInverted, maxNodes]
  );
  return useTreeWork(work);
}

function viewerWork(
  tree: CallTree,
  filters: readonly StackFilter[],
  inversion: TreeOperation | undefined
): TreeWork<ViewerTree> {
  const hasEffect = filters.some(({ off }) => off !== true);
  const unfiltered: FilteredTree = { tree, problems: filters.map(() => undefined), kept: 1 };
  return {
    atOnce(operations) {
      const filtered = hasEffect ? operations?.atOnce({ do: 'filter', filters }, tree) : unfiltered;
      if (filtered === undefined || inversion === undefined) {
        return filtered && { filtered, shown: filtered.tree };
      }
      const inverted = operations?.atOnce(inversion, filtered.tree);
      return inverted && { filtered, shown: inverted.tree };
    },
    async run(operations, signal) {
      const filtered = hasEffect ? await operations.run({ do: 'filter', filters }, tree, signal) : unfiltered;
      const shown =
        inversion === undefined ? filtered.tree : (await operations.run(inversion, filtered.tree, signal)).tree;
      return { filtered, shown };
    },
  };
}
