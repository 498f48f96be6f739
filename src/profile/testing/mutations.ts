import fc from 'fast-check';
import { DecodeError } from '../../base/decodeError';

/** Bytes with a few of them changed, removed, or put in; cut off; or none of it. */
export function mutated(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const position = fc.nat(Math.max(0, bytes.length - 1));
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff));
  const change = fc.oneof(
    fc.tuple(position, byte).map(([at, value]) => (copy: number[]) => {
      copy[at % Math.max(1, copy.length)] = value;
    }),
    fc.tuple(position, fc.nat(16)).map(([at, count]) => (copy: number[]) => {
      copy.splice(at, count);
    }),
    fc.tuple(position, fc.array(byte, { maxLength: 12 })).map(([at, values]) => (copy: number[]) => {
      copy.splice(at, 0, ...values);
    }),
    position.map((at) => (copy: number[]) => {
      copy.length = Math.min(copy.length, at);
    })
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = Array.from(bytes);
    changes.forEach((apply) => apply(copy));
    return Uint8Array.from(copy);
  });
}

/** The result, or undefined where `decode` refused with a `DecodeError`. Any other error fails the test. */
export function decodedOrRefused<T>(decode: () => T): T | undefined {
  try {
    return decode();
  } catch (error) {
    expect(error).toBeInstanceOf(DecodeError);
    return undefined;
  }
}
