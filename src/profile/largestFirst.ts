/** A queue of numbered things from which the heaviest is taken first: a binary heap in two columns. */
export class LargestFirst {
  private readonly items: number[] = [];
  private readonly weights: number[] = [];

  get length(): number {
    return this.items.length;
  }

  add(item: number, weight: number): void {
    let at = this.items.length;
    this.items.push(item);
    this.weights.push(weight);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.weights[above] >= this.weights[at]) {
        return;
      }
      this.swap(at, above);
      at = above;
    }
  }

  /** Removes the heaviest. The queue must not be empty. */
  take(): number {
    const last = this.items.length - 1;
    this.swap(0, last);
    const item = this.items[last];
    this.items.length = last;
    this.weights.length = last;
    let at = 0;
    for (;;) {
      let heaviest = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < last && this.weights[below] > this.weights[heaviest]) {
          heaviest = below;
        }
      }
      if (heaviest === at) {
        return item;
      }
      this.swap(at, heaviest);
      at = heaviest;
    }
  }

  /** Removes all that is left, in no order: quicker than taking one after the other. */
  takeAll(): number[] {
    this.weights.length = 0;
    return this.items.splice(0);
  }

  private swap(a: number, b: number): void {
    [this.items[a], this.items[b]] = [this.items[b], this.items[a]];
    [this.weights[a], this.weights[b]] = [this.weights[b], this.weights[a]];
  }
}
