import { assertNever } from '../../base/assertNever';
import { ROOT, type CallTree } from '../callTree';
import type { FunctionMatches } from '../search';
import { collapsePackage } from './collapsePackage';
import { collapseDirectRecursion, collapseWholeRecursion } from './collapseRecursion';
import { focusOnPath, placesOf } from './focusOnPath';
import { fromFrame } from './fromFrame';
import { functionsMatching } from './functionsMatching';
import { type GroupFlags, groupsOf, matchesBesideGroups } from './groups';
import { hideFrames } from './hideFrames';
import { onlyChanged } from './onlyChanged';
import { foreignFunctions } from './onlyMyCode';
import { onlyWith } from './onlyWith';
import { runtimeFunctions } from './presets';
import type { FunctionMatch, StackFilter, StackRule } from './stackFilter';
import { upToFrame } from './upToFrame';
import { without } from './without';

export interface FilteredTree {
  readonly tree: CallTree;
  /** For each filter a sentence for people on what is wrong with it, or undefined. */
  readonly problems: readonly (string | undefined)[];
  /** What is left of the total, 0 to 1; of both sides together for a comparison. 1 where there was nothing to lose. */
  readonly kept: number;
}

export interface FilterOptions {
  /** The root's children stand for the values of a label, which stay whatever is folded. */
  readonly isGrouped?: boolean;
}

/**
 * What the filters leave of a profile, each working on what the one before left. One that is off, or that cannot be
 * read, has no effect. Values change only as the rules say (see `StackRule`); unit and functions stay, except for the
 * functions that a collapsed package adds. Cut leaves stay marked, match nothing, and are merged with none but each
 * other. Without filters in effect the tree is the one that was given. Linear in nodes, times filters.
 */
export function applyFilters(
  tree: CallTree,
  filters: readonly StackFilter[],
  { isGrouped = false }: FilterOptions = {}
): FilteredTree {
  const groups = isGrouped ? groupsOf(tree) : undefined;
  let filtered = tree;
  const problems = filters.map(({ rule, off }) => {
    if (off === true) {
      return undefined;
    }
    const result = applyRule(filtered, rule, groups);
    filtered = result.tree;
    return result.problem;
  });
  return { tree: filtered, problems, kept: keptShare(tree, filtered) };
}

interface RuleResult {
  readonly tree: CallTree;
  readonly problem?: string;
}

function applyRule(tree: CallTree, rule: StackRule, groups: GroupFlags | undefined): RuleResult {
  const beside = (matches: FunctionMatches) =>
    groups === undefined ? matches : matchesBesideGroups(rule, matches, groups);
  switch (rule.kind) {
    case 'only-with':
      return whereMatching(tree, rule.match, beside, onlyWith);
    case 'without':
      return whereMatching(tree, rule.match, beside, without);
    case 'hide-frame':
      return whereMatching(tree, rule.match, beside, hideFrames);
    case 'from':
      return whereMatching(tree, rule.match, beside, (whole, matches) => fromFrame(whole, matches, groups));
    case 'up-to':
      return whereMatching(tree, rule.match, beside, upToFrame);
    case 'collapse-package':
      return whereMatching(tree, rule.match, beside, (whole, matches) => collapsePackage(whole, rule.match, matches));
    case 'focus':
      return placesOf(tree, rule.path).length === 0
        ? { tree: focusOnPath(tree, rule.path), problem: `This profile has no ${rule.path.join(' › ')}.` }
        : { tree: focusOnPath(tree, rule.path) };
    case 'collapse-recursion':
      return { tree: rule.scope === 'direct' ? collapseDirectRecursion(tree) : collapseWholeRecursion(tree) };
    case 'only-my-code':
      return { tree: hideFrames(tree, beside(foreignFunctions(tree.functions))) };
    case 'preset':
      return { tree: hideFrames(tree, beside(runtimeFunctions(tree.functions, rule.preset))) };
    case 'only-changed':
      return tree.right === undefined
        ? { tree, problem: 'Only a comparison has something that changed.' }
        : { tree: onlyChanged(tree, rule.atLeast, rule.by) };
    default:
      return assertNever(rule);
  }
}

function whereMatching(
  tree: CallTree,
  match: FunctionMatch,
  beside: (matches: FunctionMatches) => FunctionMatches,
  filter: (tree: CallTree, matches: FunctionMatches) => CallTree
): RuleResult {
  const matches = functionsMatching(tree.functions, match);
  return matches.problem === undefined ? { tree: filter(tree, beside(matches)) } : { tree, problem: matches.problem };
}

function keptShare(before: CallTree, after: CallTree): number {
  const whole = before.total[ROOT] + (before.right?.total[ROOT] ?? 0);
  const left = after.total[ROOT] + (after.right?.total[ROOT] ?? 0);
  const share = whole === 0 ? 1 : left / whole;
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
