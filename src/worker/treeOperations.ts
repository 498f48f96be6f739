import { ProblemError } from '../base/problem';
import type { CallTree } from '../profile/callTree';
import type { DecodeWorker } from './decodeWorker';
import { type HandedTree, type OperationJob, resultOf } from './operationAnswer';
import { operated, type OperationResult, type TreeOperation } from './operationJob';
import { postedTree } from './postedTree';
import { SMALLEST_JOB_NODES } from './smallestJob';

/** Operations on call trees that leave the page free while they are at it. */
export interface TreeOperations {
  /** The result at once where the trees are small; undefined where they should be left to `run`. */
  atOnce(operation: TreeOperation, tree: CallTree): OperationResult | undefined;
  /** Rejects with the signal's reason once it is aborted, and with a ProblemError where it fails. */
  run(operation: TreeOperation, tree: CallTree, signal: AbortSignal): Promise<OperationResult>;
}

/**
 * Operations in a worker, and in place what is small or where no worker can be had. The worker is handed a tree once,
 * and keeps it, as it does what it makes of it: an operation on that is posted without a tree.
 */
export function createTreeOperations(worker: DecodeWorker): TreeOperations {
  /** Trees that have a number were handed over, or come from the worker. */
  const ids = new WeakMap<CallTree, number>();
  let lastId = 0;
  const handed = (tree: CallTree, isWhole: boolean): HandedTree => {
    const known = ids.get(tree);
    const id = known ?? ++lastId;
    ids.set(tree, id);
    return known === undefined || isWhole ? { id, posted: postedTree(tree) } : { id };
  };
  const jobOf = (operation: TreeOperation, tree: CallTree, resultId: number, isWhole: boolean): OperationJob => ({
    format: 'operation',
    operation: operation.do === 'refine' ? { ...operation, finer: handed(operation.finer, isWhole) } : operation,
    on: handed(tree, isWhole),
    resultId,
  });
  async function answerOf(operation: TreeOperation, tree: CallTree, resultId: number, signal: AbortSignal) {
    const answer = await worker.decode(jobOf(operation, tree, resultId, false), signal);
    // A worker that was ended in between, or had to keep too much, has forgotten the tree.
    return answer?.kind === 'missing' ? worker.decode(jobOf(operation, tree, resultId, true), signal) : answer;
  }
  const atOnce = (operation: TreeOperation, tree: CallTree) =>
    nodesOf(operation, tree) < SMALLEST_JOB_NODES ? operated(operation, tree) : undefined;
  return {
    atOnce,
    async run(operation, tree, signal) {
      signal.throwIfAborted();
      const small = atOnce(operation, tree);
      if (small !== undefined) {
        return small;
      }
      const resultId = ++lastId;
      const answer = await answerOf(operation, tree, resultId, signal);
      if (answer?.kind === 'failed') {
        throw new ProblemError(answer.problem);
      }
      if (answer?.kind === 'operation') {
        const result = resultOf(answer, tree);
        if (result.tree !== tree) {
          ids.set(result.tree, resultId);
        }
        return result;
      }
      // In a task of its own, so that the page can draw before.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
      return operated(operation, tree);
    },
  };
}

/** What an operation has to look at, as far as that is known. */
function nodesOf(operation: TreeOperation, tree: CallTree): number {
  const looked = operation.do === 'invert' || operation.do === 'callers' ? (operation.maxNodes ?? 0) : 0;
  return tree.length + looked + (operation.do === 'refine' ? operation.finer.length : 0);
}
