import type { SampleUnit } from '../base/sampleUnit';
import type { CallTree } from '../profile/callTree';
import { diffTrees } from '../profile/diffTrees';
import { groupTrees } from '../profile/groupTrees';
import { mergeTrees } from '../profile/mergeTrees';
import { scaleTree } from '../profile/scaleTree';
import { treeOfPosted, type PostedTree } from './postedTree';

/** One tree of those that are put together, all its values times `factor`. */
export interface Part<T = CallTree> {
  readonly tree: T;
  /** Absent: 1. */
  readonly factor?: number;
}

/** How trees are put together: added up, laid side by side as a comparison, or as children of one root. Plain data. */
export type Combination<T = CallTree> =
  | { readonly how: 'sum'; readonly parts: readonly Part<T>[] }
  | { readonly how: 'diff'; readonly left: T; readonly right: T }
  | {
      readonly how: 'group';
      readonly groups: ReadonlyArray<{ readonly name: string; readonly tree: T }>;
      readonly unit: SampleUnit;
    };

/** Puts trees together, here or elsewhere. Rejects with the signal's reason once it is aborted. */
export type Combine = (combination: Combination, signal: AbortSignal) => Promise<CallTree>;

/** Here and now. One part is not brought into another form than it has. */
export function combined(combination: Combination): CallTree {
  switch (combination.how) {
    case 'sum': {
      const trees = combination.parts.map(({ tree, factor = 1 }) => (factor === 1 ? tree : scaleTree(tree, factor)));
      return trees.length === 1 ? trees[0] : mergeTrees(trees);
    }
    case 'diff':
      return diffTrees(combination.left, combination.right);
    case 'group':
      return groupTrees(combination.groups, combination.unit);
  }
}

export const combineInPlace: Combine = async (combination, signal) => {
  signal.throwIfAborted();
  return combined(combination);
};

/** Nodes of all trees together: about how long it takes. */
export function nodesIn(combination: Combination): number {
  return treesIn(combination).reduce((sum, { length }) => sum + length, 0);
}

function treesIn(combination: Combination): readonly CallTree[] {
  switch (combination.how) {
    case 'sum':
      return combination.parts.map(({ tree }) => tree);
    case 'diff':
      return [combination.left, combination.right];
    case 'group':
      return combination.groups.map(({ tree }) => tree);
  }
}

/** The same with each tree in another form. */
export function mapTrees<A, B>(combination: Combination<A>, form: (tree: A) => B): Combination<B> {
  switch (combination.how) {
    case 'sum':
      return { how: 'sum', parts: combination.parts.map((part) => ({ ...part, tree: form(part.tree) })) };
    case 'diff':
      return { how: 'diff', left: form(combination.left), right: form(combination.right) };
    case 'group':
      return {
        how: 'group',
        groups: combination.groups.map((group) => ({ ...group, tree: form(group.tree) })),
        unit: combination.unit,
      };
  }
}

/** A combination on its way to a worker. */
export interface CombineJob {
  readonly format: 'combination';
  readonly combination: Combination<PostedTree>;
}

export function combinedTree({ combination }: CombineJob): CallTree {
  return combined(mapTrees(combination, treeOfPosted));
}
