import type { CallTree } from '../../profile/callTree';
import type { ProfileQuestion } from '../../profile/profileSource';

/** Nodes of all kept profiles together: some 15 MB. */
const MOST_NODES = 500_000;
/** Milliseconds after the end of a range until which profiles of it may still be sent. */
const LATE_MS = 120_000;
/** Milliseconds for which an answer is kept: as long as somebody looks at a range, compares it, and comes back. */
const KEPT_MS = 300_000;

/**
 * Profiles of ranges that have ended, which stay what they are: one that was selected, and is then compared, or comes
 * back with a filter or a tab, is not asked for again. What was not used for longest goes first.
 */
export class EndedProfiles {
  private readonly kept = new Map<string, { readonly tree: CallTree; readonly until: number }>();
  private nodes = 0;

  constructor(
    private readonly now: () => number,
    private readonly mostNodes = MOST_NODES
  ) {}

  /** The profile of the question if it is kept, else what `ask` comes to. */
  async find(question: ProfileQuestion, ask: () => Promise<CallTree>): Promise<CallTree> {
    const key = JSON.stringify(question);
    const known = this.kept.get(key);
    if (known !== undefined && known.until > this.now()) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known.tree;
    }
    const hasEnded = question.to + LATE_MS <= this.now();
    const tree = await ask();
    if (hasEnded) {
      this.keep(key, tree);
    }
    return tree;
  }

  private keep(key: string, tree: CallTree): void {
    this.forget(key);
    this.kept.set(key, { tree, until: this.now() + KEPT_MS });
    this.nodes += tree.length;
    for (const oldest of this.kept.keys()) {
      if (this.nodes <= this.mostNodes) {
        return;
      }
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.nodes -= this.kept.get(key)?.tree.length ?? 0;
    this.kept.delete(key);
  }
}
