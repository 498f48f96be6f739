import type { SampleUnit } from '../base/sampleUnit';
import { ROOT, ROOT_NAME, type CallTree, type FunctionIndex } from './callTree';
import { FunctionInterner, type SourcePlace } from './functionInterner';
import { NodeTrie, preOrderOf } from './nodeTrie';
import { TRUNCATED_NAME } from './truncation';
import { GrowingFloat64, GrowingUint32 } from './wire/growingColumn';

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
  /** The last stack that was given by ids, and its nodes. */
  const lastIds = new GrowingUint32(64);
  const lastNodes = new GrowingUint32(64);

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
      // Stacks mostly come sorted, so the callers that this one shares with the last need no looking up.
      let depth = 0;
      while (depth < lastIds.length && start + depth < end && lastIds.at(depth) === ids[start + depth]) {
        depth++;
      }
      lastIds.truncate(depth);
      lastNodes.truncate(depth);
      let node = depth === 0 ? ROOT : lastNodes.at(depth - 1);
      for (let at = start + depth; at < end; at++) {
        node = child(node, ids[at]);
        lastIds.push(ids[at]);
        lastNodes.push(node);
      }
      addTo(node, value);
    },
    functionId: (name, place) => functions.intern(name, place),
    build() {
      const table = functions.table();
      const { place, ...columns } = preOrderOf(trie, table.names, TRUNCATED_NAME);
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
