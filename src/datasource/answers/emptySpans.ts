import type { TimeSpan } from '../../base/units';

/** Profiles of a program that was cut off may come late. */
const KEEP_MS = 10 * 60_000;

/** Time spans that had nothing of what a key names when they were looked at, so that only what is new is looked at. */
export class EmptySpans {
  private readonly kept = new Map<string, TimeSpan & { readonly until: number }>();

  constructor(private readonly now: () => number) {}

  add(key: string, { from, to }: TimeSpan): void {
    const known = this.find(key);
    const goesOn = known !== undefined && known.from <= from && known.to >= from && known.to <= to;
    this.kept.set(key, goesOn ? { ...known, to } : { from, to, until: this.now() + KEEP_MS });
  }

  /** Whether all of a span is known to be empty. */
  has(key: string, { from, to }: TimeSpan): boolean {
    const known = this.find(key);
    return known !== undefined && known.from <= from && known.to >= to;
  }

  private find(key: string) {
    const known = this.kept.get(key);
    return known !== undefined && known.until > this.now() ? known : undefined;
  }
}
