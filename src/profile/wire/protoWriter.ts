const TWO_32 = 2 ** 32;
const utf8 = new TextEncoder();

/** Writes one protobuf message into bytes that grow. Fields that have proto3's default are left out. */
export class ProtoWriter {
  private buffer = new Uint8Array(256);
  private length = 0;

  /** An int64 or uint64 field. Integers beyond ±2^53 come rounded from a double: give a bigint for those. */
  int64(field: number, value: number | bigint): void {
    if (value !== 0 && value !== 0n) {
      this.varint(field << 3);
      this.int64Bytes(value);
    }
  }

  /** A uint64 field by its halves. */
  uint64(field: number, low: number, high: number): void {
    if (low !== 0 || high !== 0) {
      this.varint(field << 3);
      this.varint64(low, high);
    }
  }

  bool(field: number, value: boolean): void {
    this.int64(field, value ? 1 : 0);
  }

  /** A string field, written even where it is empty, as repeated fields need it. */
  text(field: number, value: string): void {
    this.bytes(field, utf8.encode(value));
  }

  /** A message field, or any other run of bytes, written even where it is empty. */
  bytes(field: number, value: Uint8Array): void {
    this.varint((field << 3) | 2);
    this.varint(value.length);
    this.reserve(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
  }

  /** A packed repeated int64 or uint64 field, through `scratch`, which is emptied. */
  packed(field: number, values: Iterable<number>, scratch: ProtoWriter): void {
    scratch.clear();
    for (const value of values) {
      scratch.int64Bytes(value);
    }
    if (scratch.length > 0) {
      this.bytes(field, scratch.view());
    }
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written, valid until the next write. */
  view(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** What was written, as bytes of their own. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }

  private int64Bytes(value: number | bigint): void {
    if (typeof value === 'number' && value >= 0 && value < TWO_32) {
      this.varint(value);
      return;
    }
    const bits = BigInt.asUintN(64, typeof value === 'bigint' ? value : BigInt(Math.round(value)));
    this.varint64(Number(bits & 0xffff_ffffn), Number(bits >> 32n));
  }

  private varint(value: number): void {
    this.varint64(value, 0);
  }

  private varint64(low: number, high: number): void {
    this.reserve(10);
    let [restLow, restHigh] = [low >>> 0, high >>> 0];
    while (restHigh !== 0 || restLow > 0x7f) {
      this.buffer[this.length++] = (restLow & 0x7f) | 0x80;
      restLow = ((restLow >>> 7) | (restHigh << 25)) >>> 0;
      restHigh >>>= 7;
    }
    this.buffer[this.length++] = restLow;
  }

  private reserve(bytes: number): void {
    const needed = this.length + bytes;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      larger.set(this.view());
      this.buffer = larger;
    }
  }
}
