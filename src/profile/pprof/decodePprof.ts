import { decodeTexts } from '../wire/decodeTexts';
import { ProtoReader } from '../wire/protoReader';
import { readSamples } from './decodeSamples';
import { readFunctions, readLocations, readMapping } from './decodeSymbols';
import { IdIndex } from './idIndex';
import { each, findParts, Texts } from './pprofParts';
import type { PprofProfile, PprofValueType } from './pprofProfile';

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
