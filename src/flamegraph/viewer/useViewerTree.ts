import { useMemo } from 'react';
import type { CallTree } from '../../profile/callTree';
import type { FilteredTree } from '../../profile/filters/applyFilters';
import type { StackFilter } from '../../profile/filters/stackFilter';
import type { TreeOperation } from '../../worker/operationJob';
import { layoutAhead, needsLayoutAhead } from '../layout/layoutAhead';
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
 * What the filters leave of a profile, the chosen way round. Of a large one it takes a moment, in which the one before
 * is still there; at first there is none.
 */
export function useViewerTree(
  tree: CallTree,
  { filters = NO_FILTERS, isInverted = false }: FlameGraphState,
  { isGrouped, maxNodes }: Pick<TreeRequest, 'isGrouped' | 'maxNodes'>
) {
  // Filters come from a link or an option as well: the same ones may be another array.
  const key = JSON.stringify(filters);
  const work = useMemo(
    () => viewerWork(tree, { filters: JSON.parse(key) as readonly StackFilter[], isGrouped, isInverted, maxNodes }),
    [tree, key, isGrouped, isInverted, maxNodes]
  );
  return useTreeWork(work);
}

interface TreeRequest {
  readonly filters: readonly StackFilter[];
  /** See `FilterOptions`. */
  readonly isGrouped: boolean;
  readonly isInverted: boolean;
  /** How far callers are looked into, see `InvertOptions`. */
  readonly maxNodes: number | undefined;
}

function viewerWork(tree: CallTree, { filters, isGrouped, isInverted, maxNodes }: TreeRequest): TreeWork<ViewerTree> {
  const filtering: TreeOperation = { do: 'filter', filters, isGrouped };
  const inversion: TreeOperation | undefined = isInverted ? { do: 'invert', maxNodes } : undefined;
  const hasEffect = filters.some(({ off }) => off !== true);
  const unfiltered: FilteredTree = { tree, problems: filters.map(() => undefined), kept: 1 };
  return {
    atOnce(operations) {
      const filtered = hasEffect ? operations?.atOnce(filtering, tree) : unfiltered;
      if (filtered === undefined || needsLayoutAhead(filtered.tree)) {
        return undefined;
      }
      if (inversion === undefined) {
        return { filtered, shown: filtered.tree };
      }
      const inverted = operations?.atOnce(inversion, filtered.tree);
      return inverted && { filtered, shown: inverted.tree };
    },
    async run(operations, signal) {
      const filtered = hasEffect ? await operations.run(filtering, tree, signal) : unfiltered;
      const shown =
        inversion === undefined ? filtered.tree : (await operations.run(inversion, filtered.tree, signal)).tree;
      await layoutAhead(shown, signal);
      return { filtered, shown };
    },
  };
}
