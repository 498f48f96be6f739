import type { WireFormat } from '../../base/decodeError';
import { ByteReader } from './byteReader';
import type { GrowingFloat64 } from './growingColumn';

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/**
 * Walks the fields of protobuf messages without building objects (protobuf.dev/programming-guides/encoding):
 *
 *   while (reader.next()) {
 *     switch (reader.field) {
 *       case 1: name = reader.signed64(); break;
 *       default: reader.skip();
 *     }
 *   }
 *
 * Each field that `next` announces must be read or skipped. A field that has another wire type than the caller reads
 * is a `DecodeError`, and so is a group, which proto3 does not have.
 */
export class ProtoReader extends ByteReader {
  /** Number of the field that `next` found. */
  field = 0;
  private wireType = VARINT;

  constructor(bytes: Uint8Array, format: WireFormat) {
    super(bytes, format);
  }

  /** Goes to the next field of the current message; false at its end. */
  next(): boolean {
    if (this.position >= this.end) {
      return false;
    }
    const start = this.position;
    const tag = this.unsigned();
    if (tag < 8 || tag > 0xffff_ffff) {
      this.fail('a field has no valid number', start);
    }
    this.field = tag >>> 3;
    this.wireType = tag & 7;
    return true;
  }

  /** Whether the field is a run of bytes: of a repeated number, that it comes packed. */
  get isPacked(): boolean {
    return this.wireType === LENGTH_DELIMITED;
  }

  uint64(): number {
    this.expect(VARINT);
    return this.unsigned();
  }

  int64(): number {
    this.expect(VARINT);
    return this.signed();
  }

  /** Steps into a message, string or bytes field, whose bytes are then [position, end). Hand the result to `leave`. */
  enter(): number {
    this.expect(LENGTH_DELIMITED);
    const outerEnd = this.end;
    const length = this.unsigned();
    this.end = this.endOf(length);
    return outerEnd;
  }

  /** Steps out of the message that was entered, over whatever of it was not read. */
  leave(outerEnd: number): void {
    this.position = this.end;
    this.end = outerEnd;
  }

  /** Appends a repeated int64 field, which may come packed or one value a field. */
  int64s(into: GrowingFloat64): void {
    if (this.wireType === VARINT) {
      into.push(this.signed());
      return;
    }
    const outerEnd = this.enter();
    while (this.position < this.end) {
      into.push(this.signed());
    }
    this.leave(outerEnd);
  }

  skip(): void {
    switch (this.wireType) {
      case VARINT:
        this.unsigned();
        return;
      case FIXED_64:
        this.position = this.endOf(8);
        return;
      case LENGTH_DELIMITED:
        this.leave(this.enter());
        return;
      case FIXED_32:
        this.position = this.endOf(4);
        return;
      default:
        this.fail(`a field has the unknown wire type ${this.wireType}`);
    }
  }

  private expect(wireType: number): void {
    if (this.wireType !== wireType) {
      this.fail(`field ${this.field} has wire type ${this.wireType} where ${wireType} belongs`);
    }
  }
}
