/** The largest dense table, as a multiple of the number of ids. */
const DENSE = 4;

/**
 * Id -> position, for ids of 64 bits given by their halves. Writers mostly number from 1: such ids are looked up in an
 * array, and only others in a map.
 */
export class IdIndex {
  private readonly dense: Int32Array;
  private readonly sparse = new Map<number | bigint, number>();

  constructor(count: number) {
    this.dense = new Int32Array(count * DENSE + 64).fill(-1);
  }

  /** False if the id was there before. */
  add(low: number, high: number, position: number): boolean {
    if (this.find(low, high) !== -1) {
      return false;
    }
    if (high === 0 && low < this.dense.length) {
      this.dense[low] = position;
    } else {
      this.sparse.set(keyOf(low, high), position);
    }
    return true;
  }

  /** -1 if there is no such id. */
  find(low: number, high: number): number {
    return high === 0 && low < this.dense.length ? this.dense[low] : (this.sparse.get(keyOf(low, high)) ?? -1);
  }
}

function keyOf(low: number, high: number): number | bigint {
  return high < 2 ** 21 ? high * 2 ** 32 + low : (BigInt(high) << 32n) | BigInt(low);
}
