/** A `Uint32Array` that grows as it is filled. */
export class GrowingUint32 {
  length = 0;
  private column: Uint32Array;

  constructor(capacity = 1024) {
    this.column = new Uint32Array(Math.max(1, capacity));
  }

  push(value: number): void {
    if (this.length === this.column.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.column);
      this.column = larger;
    }
    this.column[this.length++] = value;
  }

  at(index: number): number {
    return this.column[index];
  }

  set(index: number, value: number): void {
    this.column[index] = value;
  }

  /** Drops all that stands at `length` and after. */
  truncate(length: number): void {
    this.length = Math.min(this.length, length);
  }

  /** What was pushed, as a view of the column that is being filled: valid until the next push. */
  view(): Uint32Array {
    return this.column.subarray(0, this.length);
  }

  /** What was pushed, in a column of exactly its size. */
  trimmed(): Uint32Array {
    return this.column.slice(0, this.length);
  }
}

/** A `Float64Array` that grows as it is filled. */
export class GrowingFloat64 {
  length = 0;
  private column: Float64Array;

  constructor(capacity = 1024) {
    this.column = new Float64Array(Math.max(1, capacity));
  }

  push(value: number): void {
    if (this.length === this.column.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.column);
      this.column = larger;
    }
    this.column[this.length++] = value;
  }

  at(index: number): number {
    return this.column[index];
  }

  set(index: number, value: number): void {
    this.column[index] = value;
  }

  /** Drops all that stands at `length` and after. */
  truncate(length: number): void {
    this.length = Math.min(this.length, length);
  }

  add(index: number, value: number): void {
    this.column[index] += value;
  }

  /** What was pushed, as a view of the column that is being filled: valid until the next push. */
  view(): Float64Array {
    return this.column.subarray(0, this.length);
  }

  /** What was pushed, in a column of exactly its size. */
  trimmed(): Float64Array {
    return this.column.slice(0, this.length);
  }
}
