import fc from 'fast-check';
import { anyName } from '../testing/stacks';
import { decodeTexts } from './decodeTexts';
import { NameInterner } from './nameInterner';

/** Texts side by side in one buffer, and where each stands. */
function sideBySide(texts: readonly Uint8Array[]) {
  const starts: number[] = [];
  const ends: number[] = [];
  const bytes: number[] = [];
  for (const text of texts) {
    starts.push(bytes.length);
    bytes.push(...text);
    ends.push(bytes.length);
  }
  return { bytes: Uint8Array.from(bytes), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

const utf8 = new TextEncoder();

test('equal names get one number, in the order in which they first come', () => {
  const { bytes, starts, ends } = sideBySide(['main', 'read', 'main', '', 'read', ''].map((text) => utf8.encode(text)));
  const names = new NameInterner(bytes);
  expect(Array.from(starts, (start, at) => names.intern(start, ends[at]))).toEqual([0, 1, 0, 2, 1, 2]);
  expect(names.texts()).toEqual(['main', 'read', '']);
});

test('names are as many as a Map of their texts finds, also where the table must grow', () => {
  const manyNames = fc.array(fc.oneof(anyName, fc.nat(20_000).map(String)), { maxLength: 5000, size: 'max' });
  fc.assert(
    fc.property(manyNames, (texts) => {
      const { bytes, starts, ends } = sideBySide(texts.map((text) => utf8.encode(text)));
      const names = new NameInterner(bytes);
      const numbers = Array.from(starts, (start, at) => names.intern(start, ends[at]));
      const decoded = names.texts();
      expect(numbers.map((number) => decoded[number])).toEqual(texts);
      expect(decoded).toEqual([...new Set(texts)]);
    }),
    { numRuns: 20 }
  );
});

test('names that share a hash stay apart', () => {
  // Among so many names some share the 32 bits of a hash: about n²/2^33 pairs do.
  const texts = Array.from({ length: 400_000 }, (_, at) => utf8.encode(`f${at}`));
  const { bytes, starts, ends } = sideBySide(texts);
  const names = new NameInterner(bytes);
  starts.forEach((start, at) => names.intern(start, ends[at]));
  expect(names.length).toBe(texts.length);
});

test('texts are decoded as one by one, whatever their bytes', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.uint8Array({ maxLength: 8 }),
          anyName.map((name) => utf8.encode(name))
        )
      ),
      (texts) => {
        const { bytes, starts, ends } = sideBySide(texts);
        const slow = texts.map((text) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(text));
        expect(decodeTexts(bytes, starts, ends)).toEqual(slow);
      }
    ),
    // The two halves of "é", and a byte order mark at the start of a name.
    { examples: [[[Uint8Array.of(0xc3), Uint8Array.of(0xa9)]], [[Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)]]] }
  );
});
