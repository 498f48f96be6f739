import { useCallback } from 'react';
import type { CallTree, NodeIndex } from '../../profile/callTree';
import { pathOf } from '../../profile/nodePath';
import type { FlameGraphState } from '../view/flameGraphState';
import { useRefinedTree } from './useRefinedTree';
import { useViewerTree } from './useViewerTree';
import type { ViewerQuestions } from './viewerQuestions';

/** What is seen of a profile: finer where it was asked for, filtered, the chosen way round. */
export function useSeenProfile(given: CallTree, questions: ViewerQuestions | undefined, state: FlameGraphState) {
  const isComparison = given.right !== undefined;
  // Of a comparison whose baseline is no question, such as the rest of a range, nobody can be asked for more.
  const askable = isComparison === (questions?.baseline !== undefined) ? questions : undefined;
  const refined = useRefinedTree(given, askable, state.isInverted ? undefined : state.focus);
  const { outcome: seen, isPending, failed } = useViewerTree(refined.tree, state);
  const { refine } = refined;
  const shown = seen?.shown;
  const openTruncated = useCallback(
    (node: NodeIndex) => shown && refine(pathOf(shown, shown.parent[node])),
    [refine, shown]
  );
  return {
    refined,
    /** Undefined: it is not known yet what the filters leave. */
    seen,
    /** What is seen is still that before the last choice. */
    isPending,
    failed,
    canAsk: askable !== undefined,
    /** Absent: nobody can be asked for it. */
    openTruncated: askable === undefined || state.isInverted ? undefined : openTruncated,
  };
}
