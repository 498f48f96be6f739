import { ProtoWriter } from '../wire/protoWriter';
import type { PprofLocations, PprofMapping, PprofProfile, PprofSamples, PprofValueType } from './pprofProfile';

/**
 * Writes a profile as `google.v1.Profile` (google/pprof proto/profile.proto), without the gzip layer that files have.
 * Functions, locations and mappings get the ids 1, 2, 3 and so on. Decoding gives the same profile again, but for
 * values beyond ±2^53 and for strings that only this profile's texts need, which are appended to the string table.
 */
export function encodePprof(profile: PprofProfile): Uint8Array<ArrayBuffer> {
  const out = new ProtoWriter();
  const part = new ProtoWriter();
  const strings = new StringIndices(profile.strings);
  const write = (field: number, fill: () => void) => {
    part.clear();
    fill();
    out.bytes(field, part.view());
  };

  for (const type of profile.sampleTypes) {
    write(1, () => writeValueType(part, type, strings));
  }
  writeSamples(out, profile.samples, profile.sampleTypes.length);
  profile.mappings.forEach((mapping, at) => write(3, () => writeMapping(part, mapping, at, strings)));
  writeLocations(out, profile.locations);
  const { functions } = profile;
  for (let at = 0; at < functions.length; at++) {
    write(5, () => {
      part.int64(1, at + 1);
      part.int64(2, functions.name[at]);
      part.int64(3, functions.systemName[at]);
      part.int64(4, functions.file[at]);
      part.int64(5, functions.startLine[at]);
    });
  }
  out.int64(7, strings.of(profile.dropFrames));
  out.int64(8, strings.of(profile.keepFrames));
  out.int64(9, profile.timeNanos);
  out.int64(10, profile.durationNanos);
  if (profile.periodType.type !== '' || profile.periodType.unit !== '') {
    write(11, () => writeValueType(part, profile.periodType, strings));
  }
  out.int64(12, profile.period);
  out.packed(
    13,
    profile.comments.map((comment) => strings.of(comment)),
    part
  );
  out.int64(14, strings.of(profile.defaultSampleType));
  for (const text of strings.texts) {
    out.text(6, text);
  }
  return out.finish();
}

/** The string table, to which texts that are not in it are appended. Index 0 is '', as the format wants it. */
class StringIndices {
  readonly texts: string[];
  private readonly indices = new Map<string, number>();

  constructor(texts: readonly string[]) {
    this.texts = texts.length === 0 ? [''] : texts.slice();
    this.texts.forEach((text, index) => {
      if (!this.indices.has(text)) {
        this.indices.set(text, index);
      }
    });
  }

  of(text: string): number {
    const known = this.indices.get(text);
    if (known !== undefined) {
      return known;
    }
    const index = this.texts.push(text) - 1;
    this.indices.set(text, index);
    return index;
  }
}

function writeValueType(into: ProtoWriter, { type, unit }: PprofValueType, strings: StringIndices): void {
  into.int64(1, strings.of(type));
  into.int64(2, strings.of(unit));
}

function writeSamples(out: ProtoWriter, samples: PprofSamples, valuesEach: number): void {
  const sample = new ProtoWriter();
  const inner = new ProtoWriter();
  const { labels } = samples;
  for (let at = 0; at < samples.length; at++) {
    sample.clear();
    const locations = samples.location.subarray(samples.locationStart[at], samples.locationStart[at + 1]);
    sample.packed(
      1,
      locations.map((location) => location + 1),
      inner
    );
    sample.packed(2, samples.values.subarray(at * valuesEach, (at + 1) * valuesEach), inner);
    for (let label = samples.labelStart[at]; label < samples.labelStart[at + 1]; label++) {
      inner.clear();
      inner.int64(1, labels.key[label]);
      inner.int64(2, labels.str[label]);
      inner.int64(3, labels.num[label]);
      inner.int64(4, labels.numUnit[label]);
      sample.bytes(3, inner.view());
    }
    out.bytes(2, sample.view());
  }
}

function writeMapping(into: ProtoWriter, mapping: PprofMapping, at: number, strings: StringIndices): void {
  into.int64(1, at + 1);
  into.int64(2, mapping.memoryStart);
  into.int64(3, mapping.memoryLimit);
  into.int64(4, mapping.fileOffset);
  into.int64(5, strings.of(mapping.filename));
  into.int64(6, strings.of(mapping.buildId));
  into.bool(7, mapping.hasFunctions);
  into.bool(8, mapping.hasFilenames);
  into.bool(9, mapping.hasLineNumbers);
  into.bool(10, mapping.hasInlineFrames);
}

function writeLocations(out: ProtoWriter, locations: PprofLocations): void {
  const location = new ProtoWriter();
  const line = new ProtoWriter();
  for (let at = 0; at < locations.length; at++) {
    location.clear();
    location.int64(1, at + 1);
    location.int64(2, locations.mapping[at] + 1);
    location.uint64(3, locations.addressLow[at], locations.addressHigh[at]);
    for (let inlined = locations.lineStart[at]; inlined < locations.lineStart[at + 1]; inlined++) {
      line.clear();
      line.int64(1, locations.lines.func[inlined] + 1);
      line.int64(2, locations.lines.line[inlined]);
      location.bytes(4, line.view());
    }
    location.bool(5, locations.isFolded[at] !== 0);
    out.bytes(4, location.view());
  }
}
