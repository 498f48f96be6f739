import { DecodeError, type WireFormat } from '../../base/decodeError';

const TWO_32 = 2 ** 32;
const TWO_64 = 2 ** 64;

/**
 * Reads bytes from front to back, bounds-checked: what lies outside of [start, end) is a `DecodeError`. Knows the
 * varints that protobuf and Pyroscope's tree format share (protobuf.dev/programming-guides/encoding: seven bits a
 * byte, lowest first, the top bit says that more follow, at most ten bytes).
 */
export class ByteReader {
  position: number;
  /** Low and high 32 bits of the last varint, for whoever needs all 64 of them. */
  low = 0;
  high = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly format: WireFormat,
    start = 0,
    public end = bytes.length
  ) {
    this.position = start;
  }

  get atEnd(): boolean {
    return this.position >= this.end;
  }

  fail(reason: string, at = this.position): never {
    throw new DecodeError(this.format, at, reason);
  }

  /** An unsigned varint. Exact below 2^53, rounded to the nearest double above. */
  unsigned(): number {
    const first = this.position < this.end ? this.bytes[this.position] : undefined;
    if (first !== undefined && first < 0x80) {
      this.position++;
      this.low = first;
      this.high = 0;
      return first;
    }
    this.readVarint();
    return this.high * TWO_32 + this.low;
  }

  /** A varint that carries an int64 in two's complement, as protobuf's int64 does. Exact within ±2^53. */
  signed(): number {
    const value = this.unsigned();
    if (this.high < 0x8000_0000) {
      return value;
    }
    // Subtracting 2^64 from a rounded double would lose small negative numbers: negate in two halves.
    const low = ~this.low >>> 0;
    const high = ~this.high >>> 0;
    return high === 0 && low === TWO_32 - 1 ? value - TWO_64 : -(high * TWO_32 + low + 1);
  }

  /** Position just after the next `length` bytes, which must be there. Does not move. */
  endOf(length: number): number {
    if (length > this.end - this.position) {
      this.fail(`${length} bytes were announced, ${this.end - this.position} are left`);
    }
    return this.position + length;
  }

  private readVarint(): void {
    const { bytes, end } = this;
    const start = this.position;
    let position = start;
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (position >= end) {
        this.fail('a number is cut short', start);
      }
      const byte = bytes[position++];
      const bits = byte & 0x7f;
      if (shift < 28) {
        low |= bits << shift;
      } else if (shift === 28) {
        low |= bits << 28;
        high |= bits >>> 4;
      } else {
        high |= bits << (shift - 32);
      }
      if (byte < 0x80) {
        if (shift === 63 && bits > 1) {
          break;
        }
        this.low = low >>> 0;
        this.high = high >>> 0;
        this.position = position;
        return;
      }
    }
    this.fail('a number is longer than 64 bits', start);
  }
}
