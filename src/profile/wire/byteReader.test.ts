import fc from 'fast-check';
import { DecodeError } from '../../base/decodeError';
import { varint } from '../testing/encoders';
import { decodedOrRefused } from '../testing/mutations';
import { ByteReader } from './byteReader';

const read = (bytes: number[]) => new ByteReader(Uint8Array.from(bytes), 'pprof');

test('every unsigned number of 64 bits is read as the nearest double, its halves exactly', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 64n - 1n), (value) => {
      const reader = read(varint(value));
      expect(reader.unsigned()).toBe(Number(value));
      expect((BigInt(reader.high) << 32n) | BigInt(reader.low)).toBe(value);
      expect(reader.atEnd).toBe(true);
    }),
    { examples: [[0n], [127n], [128n], [2n ** 32n - 1n], [2n ** 32n], [2n ** 53n], [2n ** 64n - 1n]] }
  );
});

test('every signed number of 64 bits is read as the nearest double', () => {
  fc.assert(
    fc.property(fc.oneof(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), fc.bigInt(-300n, 300n)), (value) => {
      expect(read(varint(value)).signed()).toBe(Number(value));
    }),
    { examples: [[-1n], [-(2n ** 63n)], [2n ** 63n - 1n], [-(2n ** 32n)], [-(2n ** 32n) - 1n], [-(2n ** 53n) + 1n]] }
  );
});

test('bytes that are padded with empty groups, as some writers do, are the same number', () => {
  expect(read([0x85, 0x80, 0x00]).unsigned()).toBe(5);
});

test.each([
  ['nothing', []],
  ['a number without its end', [0x80, 0x80]],
  ['an eleventh byte', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00]],
  ['a 65th bit', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02]],
])('%s is refused where it begins', (_, bytes) => {
  const reader = read([7, ...bytes]);
  reader.unsigned();
  expect(() => reader.unsigned()).toThrow(expect.objectContaining({ format: 'pprof', offset: 1 }) as DecodeError);
});

test('a length beyond the end is refused before anything is done with it', () => {
  const reader = read([1, 2, 3]);
  expect(reader.endOf(3)).toBe(3);
  expect(() => reader.endOf(4)).toThrow(DecodeError);
  expect(() => reader.endOf(2 ** 60)).toThrow(DecodeError);
});

test('any bytes are read as numbers or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const reader = new ByteReader(bytes, 'pprof');
      while (!reader.atEnd) {
        const value = decodedOrRefused(() => reader.signed());
        if (value === undefined) {
          return;
        }
        expect(Number.isFinite(value)).toBe(true);
      }
    })
  );
});
