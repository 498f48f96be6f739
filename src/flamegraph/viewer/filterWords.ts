import type { FunctionMatch, RuntimePreset, StackRule } from '../../profile/filters/stackFilter';

/** Rules that are about functions, in the words of a form. */
export const MATCH_RULES = [
  { kind: 'only-with', label: 'Only stacks with' },
  { kind: 'without', label: 'Without stacks with' },
  { kind: 'hide-frame', label: 'Hide frames' },
  { kind: 'from', label: 'Begin stacks at' },
  { kind: 'up-to', label: 'End stacks at' },
  { kind: 'collapse-package', label: 'Collapse packages' },
] as const satisfies ReadonlyArray<{ readonly kind: StackRule['kind']; readonly label: string }>;

export type MatchRuleKind = (typeof MATCH_RULES)[number]['kind'];

export const MATCH_WAYS: ReadonlyArray<{ readonly value: FunctionMatch['by']; readonly label: string }> = [
  { value: 'text', label: 'Name contains' },
  { value: 'regex', label: 'Name matches regex' },
  { value: 'function', label: 'Name is' },
  { value: 'package', label: 'Package is' },
  { value: 'file', label: 'File is' },
];

/** Languages in the order of a menu. */
export const PRESETS: readonly RuntimePreset[] = ['go', 'jvm', 'node', 'python', 'dotnet', 'ruby', 'rust'];

/** The part of either side's total by which a stack has to change to be seen, where only changes are wanted. */
export const LEAST_CHANGE = 0.001;

/** Larger parts that may be wanted. */
export const LARGER_CHANGES: readonly number[] = [0.01, 0.05, 0.2];

/** Only what changed by so much, as changes are shown: by share, or by value. */
export function changedRule(atLeast: number, diffBy: 'value' | undefined): StackRule {
  return { kind: 'only-changed', atLeast, ...(diffBy === undefined ? {} : { by: diffBy }) };
}
