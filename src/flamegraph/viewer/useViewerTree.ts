import { useMemo } from 'react';
import type { CallTree } from '../../profile/callTree';
import { applyFilters } from '../../profile/filters/applyFilters';
import { invertTree } from '../../profile/invertTree';
import type { FlameGraphState } from '../view/flameGraphState';

const NO_FILTERS: NonNullable<FlameGraphState['filters']> = [];

/** What is to be seen of a profile: what the filters leave of it, the chosen way round. */
export function useViewerTree(tree: CallTree, { filters = NO_FILTERS, isInverted }: FlameGraphState) {
  // Filters come from a link or an option as well: the same ones may be another array.
  const key = JSON.stringify(filters);
  const filtered = useMemo(() => applyFilters(tree, JSON.parse(key) as typeof filters), [tree, key]);
  const shown = useMemo(() => (isInverted ? invertTree(filtered.tree) : filtered.tree), [filtered, isInverted]);
  return { filtered, shown };
}
