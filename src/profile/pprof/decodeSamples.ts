import { GrowingFloat64, GrowingUint32 } from '../wire/growingColumn';
import type { ProtoReader } from '../wire/protoReader';
import type { IdIndex } from './idIndex';
import { goTo, knownPosition, type Ranges, type Texts } from './pprofParts';
import type { PprofSamples } from './pprofProfile';

export function readSamples(
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
    into.push(knownPosition(reader, locationIds, 'location'));
    return;
  }
  const outerEnd = reader.enter();
  while (reader.position < reader.end) {
    reader.unsigned();
    into.push(knownPosition(reader, locationIds, 'location'));
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
