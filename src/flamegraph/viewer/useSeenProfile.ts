import { useCallback } from 'react';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { pathOf } from '../../profile/nodePath';
import { useCallerBound } from '../table/useCallerBound';
import type { FlameGraphState } from '../view/flameGraphState';
import { useRefinedTree } from './useRefinedTree';
import { useViewerTree } from './useViewerTree';
import type { ViewerQuestions } from './viewerQuestions';

/** What is seen of a profile: finer where it was asked for, filtered, the chosen way round. */
export function useSeenProfile(
  given: CallTree,
  questions: ViewerQuestions | undefined,
  state: FlameGraphState,
  isGrouped: boolean
) {
  const isComparison = given.right !== undefined;
  // Of a comparison whose baseline is no question, such as the rest of a range, nobody can be asked for more.
  const askable = isComparison === (questions?.baseline !== undefined) ? questions : undefined;
  const refined = useRefinedTree(given, askable, state.isInverted ? undefined : state.focus);
  const [callerBound, lookFurther] = useCallerBound();
  const { outcome: seen, isPending, failed } = useViewerTree(refined.tree, state, { isGrouped, maxNodes: callerBound });
  const { refine } = refined;
  const shown = seen?.shown;
  const openTruncated = useCallback(
    (node: NodeIndex) => {
      const caller = shown?.parent[node];
      if (shown === undefined || caller === undefined) {
        return;
      }
      if (!state.isInverted) {
        refine(pathOf(shown, caller));
      } else if (caller === ROOT) {
        // Bottom-up, what the backend cut is one box for all of its places.
        refine([]);
      } else {
        lookFurther();
      }
    },
    [refine, lookFurther, shown, state.isInverted]
  );
  const isCut = (refined.tree.truncated?.length ?? 0) > 0;
  return {
    refined,
    /** Undefined: it is not known yet what the filters leave. */
    seen,
    /** What is seen is still that before the last choice. */
    isPending,
    failed,
    /** Opens what is cut below a caller. Absent: nobody can be asked for it. */
    openTruncated: askable === undefined && !state.isInverted ? undefined : openTruncated,
    /** Asks for more of the whole. Absent: there is no more, or nobody can be asked. */
    openMore: askable !== undefined && isCut ? () => refine([]) : undefined,
  };
}
