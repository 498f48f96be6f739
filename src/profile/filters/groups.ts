import type { CallTree, FunctionIndex } from '../callTree';
import type { FunctionMatches } from '../search';
import type { StackRule } from './stackFilter';

/** FunctionIndex -> 1 for those that stand for the values of a label. Functions that are added later are none. */
export type GroupFlags = Uint8Array;

/** The groups of a profile whose root's children are the values of a label. */
export function groupsOf(tree: CallTree): GroupFlags {
  const flags = new Uint8Array(tree.functions.length);
  for (let group = 1; group < tree.length; group = tree.subtreeEnd[group]) {
    flags[tree.func[group]] = 1;
  }
  return flags;
}

/** Whether a tree that was made of one that is split into groups is split into those, or some of them. */
export function isSplitAs(made: CallTree, split: CallTree): boolean {
  const groups = groupsOf(split);
  for (let child = 1; child < made.length; child = made.subtreeEnd[child]) {
    if (groups[made.func[child]] !== 1) {
      return false;
    }
  }
  return true;
}

/**
 * What a rule matches of a profile that is split into groups. Those are no frames: what folds frames passes them over,
 * unless one is meant by its very name. Which stacks are seen at all may be said by group as by function.
 */
export function matchesBesideGroups(rule: StackRule, matches: FunctionMatches, groups: GroupFlags): FunctionMatches {
  const isAboutStacks = rule.kind === 'only-with' || rule.kind === 'without';
  if (isAboutStacks || ('match' in rule && rule.match.by === 'function')) {
    return matches;
  }
  const flags = matches.flags.map((flag, func: FunctionIndex) => (groups[func] === 1 ? 0 : flag));
  return { ...matches, flags, count: flags.reduce((sum, flag) => sum + flag, 0) };
}
