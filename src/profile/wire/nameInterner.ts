import { decodeTexts } from './decodeTexts';
import { GrowingUint32 } from './growingColumn';

/**
 * Gives equal byte ranges of one buffer the same number, 0, 1, 2 and so on in the order in which they first come,
 * without turning them into text: a tree of 100,000 nodes repeats each name many times, and comparing bytes is far
 * cheaper than decoding them. Names that differ in their bytes stay apart even if both decode to the same text.
 */
export class NameInterner {
  private readonly starts = new GrowingUint32();
  private readonly ends = new GrowingUint32();
  private readonly hashes = new GrowingUint32();
  /** Open addressing: slot -> number of the name plus one, 0 for an empty slot. */
  private slots = new Uint32Array(4096);

  /** Reads four bytes at once, from anywhere. */
  private readonly words: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.starts.length;
  }

  intern(start: number, end: number): number {
    const hash = this.hash(start, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const found = this.slots[slot];
      if (found === 0) {
        break;
      }
      if (this.hashes.at(found - 1) === hash && this.isSame(found - 1, start, end)) {
        return found - 1;
      }
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = this.length + 1;
    this.starts.push(start);
    this.ends.push(end);
    this.hashes.push(hash);
    if (this.length * 2 > this.slots.length) {
      this.enlarge();
    }
    return this.length - 1;
  }

  /** The texts of all names, by number. */
  texts(): string[] {
    return decodeTexts(this.bytes, this.starts.view(), this.ends.view());
  }

  /**
   * Four bytes a step, each step multiplied and shifted as in MurmurHash3's 32-bit finaliser, so that the low bits, by
   * which the table goes, depend on every byte.
   */
  private hash(start: number, end: number): number {
    const { bytes, words } = this;
    let hash = end - start;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      hash = Math.imul(hash ^ words.getInt32(at, true), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    for (; at < end; at++) {
      hash = Math.imul(hash ^ bytes[at], 0xc2b2ae35);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  }

  private isSame(name: number, start: number, end: number): boolean {
    const { bytes, words } = this;
    let other = this.starts.at(name);
    if (this.ends.at(name) - other !== end - start) {
      return false;
    }
    let at = start;
    for (; at + 4 <= end; at += 4, other += 4) {
      if (words.getInt32(at, true) !== words.getInt32(other, true)) {
        return false;
      }
    }
    for (; at < end; at++, other++) {
      if (bytes[at] !== bytes[other]) {
        return false;
      }
    }
    return true;
  }

  private enlarge(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let name = 0; name < this.length; name++) {
      let slot = this.hashes.at(name) & mask;
      while (slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = name + 1;
    }
    this.slots = slots;
  }
}
