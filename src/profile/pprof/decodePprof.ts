import { decodeTexts } from '../wire/decodeTexts';
import { GrowingFloat64, GrowingUint32 } from '../wire/growingColumn';
import { ProtoReader } from '../wire/protoReader';
import { IdIndex } from './idIndex';
import type {
  PprofFunctions,
  PprofLocations,
  PprofMapping,
  PprofProfile,
  PprofSamples,
  PprofValueType,
} from './pprofProfile';

/**
 * Decodes the bytes of a `google.v1.Profile`, without the gzip layer that files have (google/pprof proto/profile.proto;
 * field numbers stand beside the code). Fields may come in any order, so a first pass finds the parts and a second one
 * reads them: strings, then functions and mappings, locations, samples, each by ids of the ones before. No bytes at all
 * are an empty profile.
 *
 * @throws DecodeError 'pprof' if the bytes are no such message, an id or string is not there or there twice, or a
 *   sample has another number of values than there are sample types
 */
export function decodePprof(bytes: Uint8Array): PprofProfile {
  const reader = new ProtoReader(bytes, 'pprof');
  const parts = findParts(reader);
  const strings = decodeTexts(bytes, parts.strings.starts.view(), parts.strings.ends.view());
  if (strings.length === 0) {
    strings.push('');
  }
  const texts = new Texts(reader, strings);
  const sampleTypes = each(reader, parts.sampleTypes, () => readValueType(reader, texts));
  const functionIds = new IdIndex(parts.functions.length);
  const functions = readFunctions(reader, parts.functions, functionIds, texts);
  const mappingIds = new IdIndex(parts.mappings.length);
  const mappings = each(reader, parts.mappings, (at) => readMapping(reader, at, mappingIds, texts));
  const locationIds = new IdIndex(parts.locations.length);
  const locations = readLocations(reader, parts.locations, { locationIds, mappingIds, functionIds });
  const samples = readSamples(reader, parts.samples, sampleTypes.length, locationIds, texts);
  const { scalars } = parts;
  return {
    sampleTypes,
    defaultSampleType: texts.at(scalars.defaultSampleType),
    samples,
    locations,
    functions,
    mappings,
    strings,
    timeNanos: scalars.timeNanos,
    durationNanos: scalars.durationNanos,
    periodType: each(reader, parts.periodTypes, () => readValueType(reader, texts)).at(-1) ?? { type: '', unit: '' },
    period: scalars.period,
    comments: Array.from(parts.comments.view(), (index) => texts.at(index)),
    dropFrames: texts.at(scalars.dropFrames),
    keepFrames: texts.at(scalars.keepFrames),
  };
}

/** Where the messages, or strings, of one field stand. */
class Ranges {
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
class Texts {
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

function findParts(reader: ProtoReader) {
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
function lastVarint(reader: ProtoReader): bigint {
  return (BigInt(reader.high) << 32n) | BigInt(reader.low);
}

/** Reads each message of `ranges` by `read`, which finds the reader inside of it. */
function each<T>(reader: ProtoReader, ranges: Ranges, read: (at: number) => T): T[] {
  const results: T[] = [];
  for (let at = 0; at < ranges.length; at++) {
    goTo(reader, ranges, at);
    results.push(read(at));
  }
  return results;
}

function goTo(reader: ProtoReader, ranges: Ranges, at: number): void {
  reader.position = ranges.starts.at(at);
  reader.end = ranges.ends.at(at);
}

function readValueType(reader: ProtoReader, texts: Texts): PprofValueType {
  let type = 0;
  let unit = 0;
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        type = reader.int64();
        break;
      case 2:
        unit = reader.int64();
        break;
      default:
        reader.skip();
    }
  }
  return { type: texts.at(type), unit: texts.at(unit) };
}

function readFunctions(reader: ProtoReader, ranges: Ranges, ids: IdIndex, texts: Texts): PprofFunctions {
  const length = ranges.length;
  const functions = {
    length,
    name: new Uint32Array(length),
    systemName: new Uint32Array(length),
    file: new Uint32Array(length),
    startLine: new Float64Array(length),
  };
  for (let at = 0; at < length; at++) {
    goTo(reader, ranges, at);
    let low = 0;
    let high = 0;
    while (reader.next()) {
      switch (reader.field) {
        case 1:
          reader.uint64();
          ({ low, high } = reader);
          break;
        case 2:
          functions.name[at] = texts.check(reader.int64());
          break;
        case 3:
          functions.systemName[at] = texts.check(reader.int64());
          break;
        case 4:
          functions.file[at] = texts.check(reader.int64());
          break;
        case 5:
          functions.startLine[at] = reader.int64();
          break;
        default:
          reader.skip();
      }
    }
    if (!ids.add(low, high, at)) {
      reader.fail('two functions have the same id');
    }
  }
  return functions;
}

function readMapping(reader: ProtoReader, at: number, ids: IdIndex, texts: Texts): PprofMapping {
  const numbers = [0n, 0n, 0n, 0n];
  const names = [0, 0];
  const flags = [false, false, false, false];
  let low = 0;
  let high = 0;
  while (reader.next()) {
    const { field } = reader;
    if (field === 1) {
      reader.uint64();
      ({ low, high } = reader);
    } else if (field <= 4) {
      reader.uint64();
      numbers[field - 2] = lastVarint(reader);
    } else if (field <= 6) {
      names[field - 5] = reader.int64();
    } else if (field <= 10) {
      flags[field - 7] = reader.uint64() !== 0;
    } else {
      reader.skip();
    }
  }
  if (!ids.add(low, high, at)) {
    reader.fail('two mappings have the same id');
  }
  return {
    memoryStart: numbers[0],
    memoryLimit: numbers[1],
    fileOffset: numbers[2],
    filename: texts.at(names[0]),
    buildId: texts.at(names[1]),
    hasFunctions: flags[0],
    hasFilenames: flags[1],
    hasLineNumbers: flags[2],
    hasInlineFrames: flags[3],
  };
}

function readLocations(
  reader: ProtoReader,
  ranges: Ranges,
  ids: { locationIds: IdIndex; mappingIds: IdIndex; functionIds: IdIndex }
): PprofLocations {
  const length = ranges.length;
  const addressLow = new Uint32Array(length);
  const addressHigh = new Uint32Array(length);
  const mapping = new Int32Array(length).fill(-1);
  const isFolded = new Uint8Array(length);
  const lineStart = new Uint32Array(length + 1);
  const func = new GrowingUint32(length);
  const line = new GrowingFloat64(length);
  for (let at = 0; at < length; at++) {
    goTo(reader, ranges, at);
    let low = 0;
    let high = 0;
    while (reader.next()) {
      switch (reader.field) {
        case 1:
          reader.uint64();
          ({ low, high } = reader);
          break;
        case 2:
          if (reader.uint64() !== 0) {
            mapping[at] = known(reader, ids.mappingIds, 'mapping');
          }
          break;
        case 3:
          reader.uint64();
          addressLow[at] = reader.low;
          addressHigh[at] = reader.high;
          break;
        case 4:
          readLine(reader, ids.functionIds, func, line);
          break;
        case 5:
          isFolded[at] = reader.uint64() === 0 ? 0 : 1;
          break;
        default:
          reader.skip();
      }
    }
    if (!ids.locationIds.add(low, high, at)) {
      reader.fail('two locations have the same id');
    }
    lineStart[at + 1] = func.length;
  }
  const lines = { length: func.length, func: func.trimmed(), line: line.trimmed() };
  return { length, addressLow, addressHigh, mapping, isFolded, lineStart, lines };
}

function readLine(reader: ProtoReader, functionIds: IdIndex, func: GrowingUint32, line: GrowingFloat64): void {
  const outerEnd = reader.enter();
  let position = -1;
  let number = 0;
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        reader.uint64();
        position = known(reader, functionIds, 'function');
        break;
      case 2:
        number = reader.int64();
        break;
      default:
        reader.skip();
    }
  }
  if (position === -1) {
    reader.fail('a line has no function');
  }
  func.push(position);
  line.push(number);
  reader.leave(outerEnd);
}

/** Position of the thing whose id was read last. */
function known(reader: ProtoReader, ids: IdIndex, what: string): number {
  const position = ids.find(reader.low, reader.high);
  if (position === -1) {
    reader.fail(`there is no ${what} ${reader.high * 2 ** 32 + reader.low}`);
  }
  return position;
}

function readSamples(
  reader: ProtoReader,
  ranges: Ranges,
  valuesEach: number,
  locationIds: IdIndex,
  texts: Texts
): PprofSamples {
  const length = ranges.length;
  const locationStart = new Uint32Array(length + 1);
  const location = new GrowingUint32(length * 2);
  const values = new GrowingFloat64(length);
  const labelStart = new Uint32Array(length + 1);
  const labels = {
    key: new GrowingUint32(),
    str: new GrowingUint32(),
    numUnit: new GrowingUint32(),
    num: new GrowingFloat64(),
  };
  for (let at = 0; at < length; at++) {
    goTo(reader, ranges, at);
    while (reader.next()) {
      switch (reader.field) {
        case 1:
          readLocationIds(reader, locationIds, location);
          break;
        case 2:
          reader.int64s(values);
          break;
        case 3:
          readLabel(reader, labels, texts);
          break;
        default:
          reader.skip();
      }
    }
    if (values.length !== (at + 1) * valuesEach) {
      reader.fail(`a sample has not ${valuesEach} values, one for each sample type`);
    }
    locationStart[at + 1] = location.length;
    labelStart[at + 1] = labels.key.length;
  }
  return {
    length,
    locationStart,
    location: location.trimmed(),
    values: values.trimmed(),
    labelStart,
    labels: {
      length: labels.key.length,
      key: labels.key.trimmed(),
      str: labels.str.trimmed(),
      numUnit: labels.numUnit.trimmed(),
      num: labels.num.trimmed(),
    },
  };
}

function readLocationIds(reader: ProtoReader, locationIds: IdIndex, into: GrowingUint32): void {
  if (!reader.isPacked) {
    reader.uint64();
    into.push(known(reader, locationIds, 'location'));
    return;
  }
  const outerEnd = reader.enter();
  while (reader.position < reader.end) {
    reader.unsigned();
    into.push(known(reader, locationIds, 'location'));
  }
  reader.leave(outerEnd);
}

function readLabel(
  reader: ProtoReader,
  labels: { key: GrowingUint32; str: GrowingUint32; numUnit: GrowingUint32; num: GrowingFloat64 },
  texts: Texts
): void {
  const outerEnd = reader.enter();
  const indices = [0, 0, 0];
  let num = 0;
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        indices[0] = texts.check(reader.int64());
        break;
      case 2:
        indices[1] = texts.check(reader.int64());
        break;
      case 3:
        num = reader.int64();
        break;
      case 4:
        indices[2] = texts.check(reader.int64());
        break;
      default:
        reader.skip();
    }
  }
  labels.key.push(indices[0]);
  labels.str.push(indices[1]);
  labels.numUnit.push(indices[2]);
  labels.num.push(num);
  reader.leave(outerEnd);
}
