import fc from 'fast-check';
import { DecodeError } from '../../base/decodeError';
import { varint } from '../testing/encoders';
import { decodedOrRefused } from '../testing/mutations';
import { GrowingFloat64 } from './growingColumn';
import { ProtoReader } from './protoReader';
import { ProtoWriter } from './protoWriter';

const readerOf = (...bytes: number[]) => new ProtoReader(Uint8Array.from(bytes), 'pprof');

test('fields of every wire type are skipped, and the one behind them is found', () => {
  const reader = readerOf(
    ...[1 << 3, 0x96, 0x01],
    ...[(2 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8],
    ...[(3 << 3) | 2, 3, 9, 9, 9],
    ...[(4 << 3) | 5, 1, 2, 3, 4],
    ...[5 << 3, 42]
  );
  const seen: number[] = [];
  while (reader.next()) {
    seen.push(reader.field);
    if (reader.field === 5) {
      expect(reader.int64()).toBe(42);
    } else {
      reader.skip();
    }
  }
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test('a message in a message ends where it says, and the outer one goes on', () => {
  const inner = [1 << 3, 7];
  const reader = readerOf((1 << 3) | 2, inner.length, ...inner, 2 << 3, 8);
  reader.next();
  const outerEnd = reader.enter();
  reader.next();
  expect(reader.int64()).toBe(7);
  expect(reader.next()).toBe(false);
  reader.leave(outerEnd);
  expect(reader.next()).toBe(true);
  expect(reader.int64()).toBe(8);
});

test('repeated numbers come packed or one by one', () => {
  const values = new GrowingFloat64();
  const reader = readerOf((1 << 3) | 2, 3, 1, 0x80, 0x01, 1 << 3, ...varint(-5));
  while (reader.next()) {
    reader.int64s(values);
  }
  expect(Array.from(values.view())).toEqual([1, 128, -5]);
});

test.each([
  ['field number 0', [0, 1]],
  ['a group', [(1 << 3) | 3]],
  ['an unknown wire type', [(1 << 3) | 7]],
  ['a length beyond the message', [(1 << 3) | 2, 5, 0]],
  ['a length beyond anything', [(1 << 3) | 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
  ['a fixed number that is cut', [(1 << 3) | 1, 0, 0, 0]],
])('%s is refused', (_, bytes) => {
  const reader = readerOf(...bytes);
  expect(() => {
    while (reader.next()) {
      reader.skip();
    }
  }).toThrow(DecodeError);
});

test('a number where a message belongs is refused, and the other way round', () => {
  const number = readerOf(1 << 3, 1);
  number.next();
  expect(() => number.enter()).toThrow(DecodeError);
  const message = readerOf((1 << 3) | 2, 0);
  message.next();
  expect(() => message.int64()).toThrow(DecodeError);
});

test('what is written is read again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt(-(2n ** 53n) + 1n, 2n ** 53n - 1n).map(Number)),
      fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
      fc.string({ unit: 'grapheme' }),
      (numbers, big, text) => {
        const writer = new ProtoWriter();
        writer.packed(1, numbers, new ProtoWriter());
        writer.int64(2, big);
        writer.text(3, text);
        const bytes = writer.finish();
        const reader = new ProtoReader(bytes, 'pprof');
        const values = new GrowingFloat64();
        let halves = 0n;
        let read = '';
        while (reader.next()) {
          switch (reader.field) {
            case 1:
              reader.int64s(values);
              break;
            case 2:
              reader.int64();
              halves = BigInt.asIntN(64, (BigInt(reader.high) << 32n) | BigInt(reader.low));
              break;
            default: {
              const outerEnd = reader.enter();
              read = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(reader.position, reader.end));
              reader.leave(outerEnd);
            }
          }
        }
        expect(Array.from(values.view())).toEqual(numbers.map((value) => value + 0));
        expect(halves).toBe(big);
        expect(read).toBe(text);
      }
    )
  );
});

test('any bytes are walked to their end or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      decodedOrRefused(() => {
        const reader = new ProtoReader(bytes, 'pprof');
        while (reader.next()) {
          reader.skip();
        }
        expect(reader.position).toBe(bytes.length);
      });
    })
  );
});
