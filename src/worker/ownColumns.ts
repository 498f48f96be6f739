/** Bytes that are copied in one go, which takes a slow machine some milliseconds. */
const PIECE = 8 * 1024 * 1024;

/**
 * Plain data with copies of all columns that `buffersIn` finds, which may then be transferred. To copy a column and
 * transfer it takes a browser less than half as long as to post it, which it does piece by piece. A step of the
 * generator is as much as may be copied without giving the page a turn; little data takes one.
 */
export function* withOwnColumns<T>(value: T): Generator<void, T> {
  let sinceTurn = 0;

  function* ownOf(part: unknown): Generator<void, unknown> {
    if (ArrayBuffer.isView(part)) {
      return yield* copyOf(part as unknown as Uint8Array);
    }
    if (typeof part !== 'object' || part === null || Array.isArray(part)) {
      return part;
    }
    const own: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(part)) {
      own[key] = yield* ownOf(entry);
    }
    return own;
  }

  /** Of a column of numbers of any kind. */
  function* copyOf(column: Uint8Array): Generator<void, Uint8Array> {
    const atOnce = PIECE / column.BYTES_PER_ELEMENT;
    if (column.length <= atOnce) {
      yield* turn(column.byteLength);
      return column.slice();
    }
    const Column = column.constructor as Uint8ArrayConstructor;
    const copy = new Column(column.length);
    for (let at = 0; at < column.length; at += atOnce) {
      yield* turn(PIECE);
      copy.set(column.subarray(at, at + atOnce), at);
    }
    return copy;
  }

  function* turn(bytes: number): Generator<void, void> {
    sinceTurn += bytes;
    if (sinceTurn > PIECE) {
      sinceTurn = bytes;
      yield;
    }
  }

  return (yield* ownOf(value)) as T;
}
