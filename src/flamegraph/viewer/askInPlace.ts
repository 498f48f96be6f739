import type { CallTree } from '../../profile/callTree';
import { nodeByPath } from '../../profile/nodePath';
import { loadTreeOperations } from '../../worker/loadTreeOperations';
import { askFiner, askMore } from './askFiner';
import type { Place } from './openedPlaces';
import type { ViewerQuestions } from './viewerQuestions';

/** A profile with what was asked for in place. */
export interface FinerTree {
  readonly tree: CallTree;
  /** Whether the place alone was answered, or the whole profile anew. */
  readonly of: 'place' | 'whole';
}

/**
 * Asks for what is cut below a place, or for more of the whole than so many nodes, and puts it in place.
 */
export async function askInPlace(
  questions: ViewerQuestions,
  tree: CallTree,
  place: Place,
  moreThan: number,
  signal: AbortSignal
): Promise<FinerTree> {
  if (place.length === 0) {
    return { of: 'whole', tree: await askMore(questions, moreThan, signal) };
  }
  const answer = await askFiner(questions, tree, place, signal);
  const node = nodeByPath(tree, place);
  if (answer.of === 'whole' || node === undefined) {
    return { of: 'whole', tree: answer.tree };
  }
  const operations = await loadTreeOperations();
  return {
    of: 'place',
    tree: (await operations.run({ do: 'refine', at: node, finer: answer.tree }, tree, signal)).tree,
  };
}
