import { ROOT, ROOT_NAME, type CallTree, type FunctionIndex, type SampleUnit } from './callTree';
import { FunctionInterner, type SourcePlace } from './functionInterner';
import { NodeTrie, preOrderOf, rankByName } from './nodeTrie';
import { TRUNCATED_NAME } from './truncation';
import { GrowingFloat64 } from './wire/growingColumn';

/** Merges stacks into a call tree. */
export interface CallTreeBuilder {
  /** Adds `value` to the stack of these functions, the outermost first. No functions: to the root itself. */
  addStack(names: readonly string[], value: number): void;
  /**
   * The same by numbers from `functionId`, for speed: the outermost is `ids[start]`, the innermost `ids[end - 1]`.
   */
  addStackOfIds(ids: ArrayLike<number>, value: number, start?: number, end?: number): void;
  /** The number of a function, here and in the built tree. Functions in different places are different functions. */
  functionId(name: string, place?: SourcePlace): FunctionIndex;
  /** The tree of all stacks added so far. Siblings stand by name, "other" last, whatever the order of adding. */
  build(): CallTree;
}

export function createCallTreeBuilder(unit: SampleUnit): CallTreeBuilder {
  const functions = new FunctionInterner(ROOT_NAME);
  const trie = new NodeTrie();
  const self = new GrowingFloat64();
  self.push(0);

  function addTo(node: number, value: number): void {
    if (!Number.isFinite(value)) {
      throw new RangeError(`A stack has the value ${value}, which is no finite number.`);
    }
    self.add(node, value);
  }

  function child(parent: number, func: FunctionIndex): number {
    const node = trie.child(parent, func);
    if (node === self.length) {
      self.push(0);
    }
    return node;
  }

  return {
    addStack(names, value) {
      let node = ROOT;
      for (const name of names) {
        node = child(node, functions.intern(name));
      }
      addTo(node, value);
    },
    addStackOfIds(ids, value, start = 0, end = ids.length) {
      let node = ROOT;
      for (let at = start; at < end; at++) {
        node = child(node, ids[at]);
      }
      addTo(node, value);
    },
    functionId: (name, place) => functions.intern(name, place),
    build() {
      const table = functions.table();
      const { place, ...columns } = preOrderOf(trie, rankByName(table.names, TRUNCATED_NAME));
      const length = trie.length;
      const tree = { self: new Float64Array(length), total: new Float64Array(length) };
      for (let node = 0; node < length; node++) {
        tree.self[place[node]] = self.at(node);
      }
      tree.total.set(tree.self);
      for (let node = length - 1; node > 0; node--) {
        tree.total[columns.parent[node]] += tree.total[node];
      }
      return { length, ...columns, ...tree, functions: table, unit };
    },
  };
}
