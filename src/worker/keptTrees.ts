import type { CallTree } from '../profile/callTree';

/** Some hundred megabytes: a filtered and an inverted tree of a million nodes besides that itself, and one more. */
const MOST_NODES = 4_000_000;

/** Trees under numbers, until there are too many nodes: then those go that were longest of no use. */
export class KeptTrees {
  /** In the order in which they were last of use. */
  private readonly trees = new Map<number, CallTree>();
  private nodes = 0;

  get(id: number): CallTree | undefined {
    const tree = this.trees.get(id);
    return tree === undefined ? undefined : this.keep(id, tree);
  }

  keep(id: number, tree: CallTree): CallTree {
    this.drop(id);
    this.trees.set(id, tree);
    this.nodes += tree.length;
    for (const oldest of this.trees.keys()) {
      if (this.nodes <= MOST_NODES || oldest === id) {
        break;
      }
      this.drop(oldest);
    }
    return tree;
  }

  private drop(id: number): void {
    this.nodes -= this.trees.get(id)?.length ?? 0;
    this.trees.delete(id);
  }
}
