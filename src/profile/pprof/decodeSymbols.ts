import { GrowingFloat64, GrowingUint32 } from '../wire/growingColumn';
import type { ProtoReader } from '../wire/protoReader';
import type { IdIndex } from './idIndex';
import { goTo, knownPosition, lastVarint, type Ranges, type Texts } from './pprofParts';
import type { PprofFunctions, PprofLocations, PprofMapping } from './pprofProfile';

export function readFunctions(reader: ProtoReader, ranges: Ranges, ids: IdIndex, texts: Texts): PprofFunctions {
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

export function readMapping(reader: ProtoReader, at: number, ids: IdIndex, texts: Texts): PprofMapping {
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

export function readLocations(
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
            mapping[at] = knownPosition(reader, ids.mappingIds, 'mapping');
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
        position = reader.uint64() === 0 ? -1 : knownPosition(reader, functionIds, 'function');
        break;
      case 2:
        number = reader.int64();
        break;
      default:
        reader.skip();
    }
  }
  // The format allows a line that only has a number; it says nothing about a call.
  if (position !== -1) {
    func.push(position);
    line.push(number);
  }
  reader.leave(outerEnd);
}
