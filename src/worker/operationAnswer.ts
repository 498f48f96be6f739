import type { CallTree } from '../profile/callTree';
import type { KeptTrees } from './keptTrees';
import { operated, type OperationResult, type TreeOperation } from './operationJob';
import { postedTree, treeOfPosted, type PostedTree } from './postedTree';

/** A tree that is handed over, or one that the worker has. */
export interface HandedTree {
  /** The page's number of it. */
  readonly id: number;
  /** Absent: the worker was given it before, or made it. */
  readonly posted?: PostedTree;
}

/** An operation on its way to a worker, which keeps what it was given and what it made of it under their numbers. */
export interface OperationJob {
  readonly format: 'operation';
  readonly operation: TreeOperation<HandedTree>;
  readonly on: HandedTree;
  readonly resultId: number;
}

/** Columns of its own. Texts only where functions are others than those of the tree that it was made of. */
export type MadeTree = Pick<PostedTree, 'tree'> & Partial<PostedTree>;

/** `missing`: the worker no longer has a tree that the job names by its number alone. */
export type OperationAnswer =
  | { readonly kind: 'missing' }
  | (Omit<OperationResult, 'tree'> & {
      readonly kind: 'operation';
      /** Absent: the tree is the one that was given. */
      readonly made?: MadeTree;
    });

/** The worker's side of it. */
export function answerOperation({ operation, on, resultId }: OperationJob, kept: KeptTrees): OperationAnswer {
  const tree = treeOf(on, kept);
  const finer = operation.do === 'refine' ? treeOf(operation.finer, kept) : tree;
  if (tree === undefined || finer === undefined) {
    return { kind: 'missing' };
  }
  const result = operated(operation.do === 'refine' ? { ...operation, finer } : operation, tree);
  if (result.tree === tree) {
    return { kind: 'operation', problems: result.problems, kept: result.kept };
  }
  kept.keep(resultId, result.tree);
  return { kind: 'operation', problems: result.problems, kept: result.kept, made: copyOf(result.tree, tree) };
}

/** The page's side. */
export function resultOf(
  { made, problems, kept }: Extract<OperationAnswer, { kind: 'operation' }>,
  given: CallTree
): OperationResult {
  return { tree: made === undefined ? given : treeOfMade(made, given), problems, kept };
}

function treeOf({ id, posted }: HandedTree, kept: KeptTrees): CallTree | undefined {
  return posted === undefined ? kept.get(id) : kept.keep(id, treeOfPosted(posted));
}

/** A copy that can be transferred, because what is kept must stay whole. */
function copyOf(tree: CallTree, given: CallTree): MadeTree {
  const columns = {
    ...tree,
    parent: tree.parent.slice(),
    subtreeEnd: tree.subtreeEnd.slice(),
    func: tree.func.slice(),
    total: tree.total.slice(),
    self: tree.self.slice(),
    ...(tree.right && { right: { total: tree.right.total.slice(), self: tree.right.self.slice() } }),
    ...(tree.truncated && { truncated: tree.truncated.slice() }),
  };
  if (tree.functions === given.functions) {
    return { tree: { ...columns, functions: NO_FUNCTIONS } };
  }
  const { file, startLine } = tree.functions;
  const functions = { ...tree.functions, file: file?.slice(), startLine: startLine?.slice() };
  return postedTree({ ...columns, functions });
}

const NO_FUNCTIONS = { length: 0, names: [] };

function treeOfMade({ tree, names, files }: MadeTree, given: CallTree): CallTree {
  return names === undefined || files === undefined
    ? { ...tree, functions: given.functions }
    : treeOfPosted({ tree, names, files });
}
