/** As many names as an engine sorts within a few milliseconds. */
const RUN = 4096;
/** Steps of merging between two looks at the clock. */
const STRIDE = 2048;

/**
 * Places of names in their order, that of their UTF-16 units: the locale's takes seconds for a large profile. A hundred
 * thousand names take longer than a page may stand still, so they are sorted in slices: runs that the engine sorts, then
 * merged by twos. Equal names keep their order.
 */
export class NameRanking {
  private readonly work: Generator<void, Uint32Array>;
  private result: Uint32Array | undefined;

  constructor(names: readonly string[]) {
    this.work = rankNames(names);
  }

  /** Index of a name -> its place; undefined until all work is done. */
  get ranks(): Uint32Array | undefined {
    return this.result;
  }

  /** Works for about so many milliseconds. Returns whether all is done. */
  advance(forMs: number): boolean {
    const end = performance.now() + forMs;
    while (this.result === undefined) {
      const { done, value } = this.work.next();
      if (done === true) {
        this.result = value;
      } else if (performance.now() >= end) {
        return false;
      }
    }
    return true;
  }
}

function* rankNames(names: readonly string[]): Generator<void, Uint32Array> {
  const count = names.length;
  let sorted: string[] = [];
  for (let start = 0; start < count; start += RUN) {
    for (const name of names.slice(start, start + RUN).sort()) {
      sorted.push(name);
    }
    yield;
  }
  for (let width = RUN; width < count; width *= 2) {
    const merged: string[] = [];
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takesLeft = left < middle && (right >= end || sorted[left] <= sorted[right]);
        merged.push(sorted[takesLeft ? left++ : right++]);
        if (at % STRIDE === 0) {
          yield;
        }
      }
    }
    sorted = merged;
  }
  return yield* placesOf(names, sorted);
}

/** Where each name stands among the sorted ones; those that are the same stand in a row. */
function* placesOf(names: readonly string[], sorted: readonly string[]): Generator<void, Uint32Array> {
  /** Name -> where the next one of that name belongs. */
  const next = new Map<string, number>();
  const ranks = new Uint32Array(names.length);
  for (let at = sorted.length - 1; at >= 0; at--) {
    next.set(sorted[at], at);
    if (at % STRIDE === 0) {
      yield;
    }
  }
  for (let at = 0; at < names.length; at++) {
    const place = next.get(names[at]) ?? 0;
    ranks[at] = place;
    next.set(names[at], place + 1);
    if (at % STRIDE === 0) {
      yield;
    }
  }
  return ranks;
}
