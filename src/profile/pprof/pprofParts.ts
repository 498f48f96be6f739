import { GrowingFloat64, GrowingUint32 } from '../wire/growingColumn';
import type { ProtoReader } from '../wire/protoReader';
import type { IdIndex } from './idIndex';

/** Where the messages, or strings, of one field stand. */
export class Ranges {
  readonly starts = new GrowingUint32();
  readonly ends = new GrowingUint32();

  get length(): number {
    return this.starts.length;
  }

  add(reader: ProtoReader): void {
    const outerEnd = reader.enter();
    this.starts.push(reader.position);
    this.ends.push(reader.end);
    reader.leave(outerEnd);
  }
}

/** The string table, with its bounds watched. */
export class Texts {
  constructor(
    private readonly reader: ProtoReader,
    private readonly strings: readonly string[]
  ) {}

  check(index: number): number {
    if (!(index >= 0 && index < this.strings.length)) {
      this.reader.fail(`there is no string ${index}`);
    }
    return index;
  }

  at(index: number): string {
    return this.strings[this.check(index)];
  }
}

/** Where the parts of a profile stand, and the few of its fields that are numbers. */
export function findParts(reader: ProtoReader) {
  const parts = {
    sampleTypes: new Ranges(),
    samples: new Ranges(),
    mappings: new Ranges(),
    locations: new Ranges(),
    functions: new Ranges(),
    strings: new Ranges(),
    periodTypes: new Ranges(),
    comments: new GrowingFloat64(8),
    scalars: {
      dropFrames: 0,
      keepFrames: 0,
      timeNanos: 0n,
      durationNanos: 0,
      period: 0,
      defaultSampleType: 0,
    },
  };
  const { scalars } = parts;
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        parts.sampleTypes.add(reader);
        break;
      case 2:
        parts.samples.add(reader);
        break;
      case 3:
        parts.mappings.add(reader);
        break;
      case 4:
        parts.locations.add(reader);
        break;
      case 5:
        parts.functions.add(reader);
        break;
      case 6:
        parts.strings.add(reader);
        break;
      case 7:
        scalars.dropFrames = reader.int64();
        break;
      case 8:
        scalars.keepFrames = reader.int64();
        break;
      case 9:
        reader.int64();
        scalars.timeNanos = BigInt.asIntN(64, lastVarint(reader));
        break;
      case 10:
        scalars.durationNanos = reader.int64();
        break;
      case 11:
        parts.periodTypes.add(reader);
        break;
      case 12:
        scalars.period = reader.int64();
        break;
      case 13:
        reader.int64s(parts.comments);
        break;
      case 14:
        scalars.defaultSampleType = reader.int64();
        break;
      default:
        reader.skip();
    }
  }
  return parts;
}

/** All 64 bits of the varint that was read last. */
export function lastVarint(reader: ProtoReader): bigint {
  return (BigInt(reader.high) << 32n) | BigInt(reader.low);
}

/** Reads each message of `ranges` by `read`, which finds the reader inside of it. */
export function each<T>(reader: ProtoReader, ranges: Ranges, read: (at: number) => T): T[] {
  const results: T[] = [];
  for (let at = 0; at < ranges.length; at++) {
    goTo(reader, ranges, at);
    results.push(read(at));
  }
  return results;
}

/** Puts the reader inside of message `at`. */
export function goTo(reader: ProtoReader, ranges: Ranges, at: number): void {
  reader.position = ranges.starts.at(at);
  reader.end = ranges.ends.at(at);
}

/** Position of the thing whose id was read last. */
export function knownPosition(reader: ProtoReader, ids: IdIndex, what: string): number {
  const position = ids.find(reader.low, reader.high);
  if (position === -1) {
    reader.fail(`there is no ${what} ${reader.high * 2 ** 32 + reader.low}`);
  }
  return position;
}
