import { ProblemError } from '../../base/problem';
import { ROOT, type CallTree, type NodeIndex } from '../../profile/callTree';
import { nodeByPath } from '../../profile/nodePath';
import { DEFAULT_MAX_NODES, LARGEST_MAX_NODES } from '../../profile/profileQuery';
import { knownBelow } from '../../profile/cuts';
import type { ProfileAnswer, ProfileQuestion } from '../../profile/profileSource';
import type { ViewerQuestions } from './viewerQuestions';

/** How many times as many nodes are asked for where more of the whole profile is wanted. */
const MORE = 16;

/** `subtree`: of the place that was asked about. `whole`: the whole profile with more nodes. */
export interface FinerAnswer {
  readonly of: 'subtree' | 'whole';
  readonly tree: CallTree;
}

/**
 * Asks for what the backend merged below a place of a cut profile. A server that knows no call sites answers with the
 * whole profile again; then, once, the whole is asked for with more nodes.
 *
 * @param path names from the root's child down to the place
 */
export async function askFiner(
  questions: ViewerQuestions,
  tree: CallTree,
  path: readonly string[],
  signal: AbortSignal
): Promise<FinerAnswer> {
  const node = nodeByPath(tree, path);
  if (node === undefined || path.length === 0) {
    return { of: 'whole', tree: await askMore(questions, tree.length, signal) };
  }
  // However few nodes are wanted of the whole: here one looks closely.
  const maxNodes = Math.max(DEFAULT_MAX_NODES, questions.question.maxNodes ?? 0);
  const answer = (await ask(questions, { callSite: path, maxNodes }, signal)).tree;
  signal.throwIfAborted();
  return isFiner(answer, tree, node, path)
    ? { of: 'subtree', tree: answer }
    : { of: 'whole', tree: await askMore(questions, tree.length, signal) };
}

/** The whole profile with many more nodes than `known`, which it has here. */
export async function askMore(questions: ViewerQuestions, known: number, signal: AbortSignal): Promise<CallTree> {
  const asked = questions.question.maxNodes ?? DEFAULT_MAX_NODES;
  if (known > LARGEST_MAX_NODES) {
    throw new ProblemError({
      kind: 'too-many-nodes',
      sentence:
        'This is all that the backend gives of one profile. Select a shorter time or fewer services to see more.',
    });
  }
  const maxNodes = Math.min(LARGEST_MAX_NODES, Math.max(asked, known) * MORE);
  return (await ask(questions, { maxNodes }, signal)).tree;
}

function ask(
  { source, question, baseline }: ViewerQuestions,
  part: Pick<ProfileQuestion, 'callSite' | 'maxNodes'>,
  signal: AbortSignal
): Promise<ProfileAnswer> {
  if (baseline === undefined) {
    return source.profile({ ...question, ...part }, signal);
  }
  if (source.diff === undefined) {
    throw new ProblemError({
      kind: 'unsupported',
      sentence: 'This data source cannot say more of a comparison. Look at one of its sides alone.',
    });
  }
  return source.diff({ ...baseline, ...part }, { ...question, ...part }, signal);
}

/**
 * Whether an answer is that of the place, with more nodes below it than are known. One that is nearer to the whole in
 * its total is of a server that did not look at the call site; new uploads may have changed either a little.
 */
function isFiner(answer: CallTree, tree: CallTree, node: NodeIndex, path: readonly string[]): boolean {
  const place = nodeByPath(answer, path);
  if (place === undefined) {
    return false;
  }
  const distance = (total: number) => Math.abs(sumOf(answer, ROOT) - total);
  const isOfPlace = distance(sumOf(tree, node)) <= distance(sumOf(tree, ROOT));
  return isOfPlace && knownBelow(answer, place) > knownBelow(tree, node);
}

function sumOf({ total, right }: CallTree, node: NodeIndex): number {
  return total[node] + (right?.total[node] ?? 0);
}
