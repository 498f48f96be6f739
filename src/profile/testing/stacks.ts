import fc from 'fast-check';
import { ROOT, type CallTree, type NodeIndex } from '../callTree';
import { createCallTreeBuilder } from '../callTreeBuilder';

/** A stack with its own value: what a profile is made of, in the slow and obvious form that tests compare with. */
export interface Stack {
  /** From the outermost function to the innermost. */
  readonly names: readonly string[];
  readonly value: number;
}

/** Names that make trouble: recursion, the backend's mark for cuts, nothing, control characters, right-to-left, long. */
export const troublesomeNames = [
  'a',
  'b',
  'c',
  'main.(*Server).serve',
  'other',
  'total',
  '',
  ' ',
  'line\nbreak\t\0',
  '\u202Ereversed',
  'قياس',
  '函数<T>',
  '\u{1F525}',
  'toString',
  '__proto__',
  'x'.repeat(300),
];

export const anyName = fc.constantFrom(...troublesomeNames);

/** Stacks over few names, so that they share callers, recur, and come twice. */
export const anyStacks = (values: fc.Arbitrary<number> = fc.nat(1000), name = anyName): fc.Arbitrary<Stack[]> =>
  fc.array(fc.record({ names: fc.array(name, { maxLength: 6 }), value: values }), { maxLength: 25 });

export function treeOfStacks(stacks: readonly Stack[]): CallTree {
  const builder = createCallTreeBuilder('nanoseconds');
  for (const { names, value } of stacks) {
    builder.addStack(names, value);
  }
  return builder.build();
}

export const anyTree = anyStacks().map(treeOfStacks);

/** A tree of one chain: `levels` functions, each called by the one before, with the value at its end. */
export function deepTree(levels: number): CallTree {
  return treeOfStacks([{ names: Array.from({ length: levels }, (_, level) => `f${level % 7}`), value: 1 }]);
}

/** Names from the outermost function to the node's own, found the slow way. */
export function namesOf(tree: CallTree, node: NodeIndex): string[] {
  return node === ROOT ? [] : [...namesOf(tree, tree.parent[node]), tree.functions.names[tree.func[node]]];
}

/** The stacks of a tree, one for each node that has a value of its own. */
export function stacksOf(tree: CallTree, self = tree.self): Stack[] {
  return Array.from({ length: tree.length }, (_, node) => ({ names: namesOf(tree, node), value: self[node] })).filter(
    ({ value }) => value !== 0
  );
}

/** Value of all stacks that begin with `names`. */
export function totalBelow(stacks: readonly Stack[], names: readonly string[]): number {
  return stacks
    .filter((stack) => names.every((name, at) => stack.names[at] === name))
    .reduce((sum, { value }) => sum + value, 0);
}

/** What each path of names has: total and self of all its nodes, by the path as JSON. */
export function valuesByPath(tree: CallTree, { total, self } = { total: tree.total, self: tree.self }) {
  const values: Record<string, { total: number; self: number }> = {};
  for (let node = 0; node < tree.length; node++) {
    const entry = (values[JSON.stringify(namesOf(tree, node))] ??= { total: 0, self: 0 });
    entry.total += total[node];
    entry.self += self[node];
  }
  return values;
}

/** The same, worked out from stacks. Holds every path that a stack goes through, and the root's. */
export function slowValuesByPath(stacks: readonly Stack[]) {
  const paths = new Set(['[]']);
  for (const { names } of stacks) {
    names.forEach((_, at) => paths.add(JSON.stringify(names.slice(0, at + 1))));
  }
  return Object.fromEntries(
    Array.from(paths, (path) => {
      const names = JSON.parse(path) as string[];
      const self = totalBelow(
        stacks.filter((stack) => stack.names.length === names.length),
        names
      );
      return [path, { total: totalBelow(stacks, names), self }];
    })
  );
}
