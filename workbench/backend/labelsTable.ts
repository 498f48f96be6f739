import { labelsKey, type Labels } from './labels';

/** Each distinct label set once, for as long as something uses it: profiles of a series share theirs. */
export class LabelsTable {
  private readonly entries = new Map<string, { readonly labels: Labels; uses: number }>();

  /** The one object for these labels, with one use more. */
  take(labels: Labels): Labels {
    const key = labelsKey(labels);
    const entry = this.entries.get(key) ?? { labels, uses: 0 };
    entry.uses += 1;
    this.entries.set(key, entry);
    return entry.labels;
  }

  /** Ends one use. */
  release(labels: Labels): void {
    const key = labelsKey(labels);
    const entry = this.entries.get(key);
    if (entry !== undefined) {
      entry.uses -= 1;
      if (entry.uses === 0) {
        this.entries.delete(key);
      }
    }
  }
}
