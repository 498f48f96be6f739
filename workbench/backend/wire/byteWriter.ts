const utf8 = new TextEncoder();

/** Writes bytes one after another into a buffer that grows. */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  private length = 0;

  /** Seven bits a byte, the lowest first, the top bit set on all but the last (Go's encoding/binary, PutUvarint). */
  uvarint(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`${value} is no whole number from 0 to 2^53 - 1.`);
    }
    this.reserve(8);
    let rest = value;
    while (rest > 0x7f) {
      this.buffer[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.buffer[this.length++] = rest;
  }

  /** A text in UTF-8 after its length in bytes. */
  text(value: string): void {
    const bytes = utf8.encode(value);
    this.uvarint(bytes.length);
    this.reserve(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }

  private reserve(bytes: number): void {
    const needed = this.length + bytes;
    if (needed > this.buffer.length) {
      const larger = new Uint8Array(Math.max(needed, this.buffer.length * 2));
      larger.set(this.buffer.subarray(0, this.length));
      this.buffer = larger;
    }
  }
}
