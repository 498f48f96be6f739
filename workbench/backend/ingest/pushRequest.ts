import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import type { JsonValue } from '@bufbuild/protobuf';
import { base64Decode } from '@bufbuild/protobuf/wire';
import type { Label } from '../labels';

/**
 * A `push.v1.PushRequest` (Pyroscope's api/push/v1/push.proto):
 *
 *   PushRequest { 1 repeated RawProfileSeries series }
 *   RawProfileSeries { 1 repeated LabelPair labels    2 repeated RawSample samples }
 *   LabelPair { 1 string name    2 string value }    RawSample { 1 bytes raw_profile    2 string ID }
 */
export interface PushRequest {
  readonly series: readonly PushedSeries[];
}

export interface PushedSeries {
  readonly labels: readonly Label[];
  readonly samples: readonly PushedSample[];
}

export interface PushedSample {
  /** A pprof, with gzip or without. */
  readonly rawProfile: Uint8Array;
  /** A UUID, or ''. */
  readonly id: string;
}

/** @throws Error for bytes that are no such message */
export function decodePushRequest(bytes: Uint8Array): PushRequest {
  const series: PushedSeries[] = [];
  readFields(new BinaryReader(bytes), {
    1: (reader) => series.push(readSeries(nested(reader))),
  });
  return { series };
}

/** @throws Error for JSON that is no such message. Unknown fields are ignored. */
export function pushRequestOfJson(json: JsonValue): PushRequest {
  return {
    series: listOf(json, 'series').map((series) => ({
      labels: listOf(series, 'labels').map((label) => ({
        name: textOf(label, 'name'),
        value: textOf(label, 'value'),
      })),
      samples: listOf(series, 'samples').map((sample) => ({
        rawProfile: base64Decode(textOf(sample, 'rawProfile') || textOf(sample, 'raw_profile')),
        id: textOf(sample, 'ID'),
      })),
    })),
  };
}

function readSeries(reader: BinaryReader): PushedSeries {
  const labels: Label[] = [];
  const samples: PushedSample[] = [];
  readFields(reader, {
    1: (field) => labels.push(readLabel(nested(field))),
    2: (field) => samples.push(readSample(nested(field))),
  });
  return { labels, samples };
}

function readLabel(reader: BinaryReader): Label {
  let name = '';
  let value = '';
  readFields(reader, {
    1: (field) => (name = field.string()),
    2: (field) => (value = field.string()),
  });
  return { name, value };
}

function readSample(reader: BinaryReader): PushedSample {
  let rawProfile: Uint8Array = new Uint8Array();
  let id = '';
  readFields(reader, {
    1: (field) => (rawProfile = field.bytes()),
    2: (field) => (id = field.string()),
  });
  return { rawProfile, id };
}

function nested(reader: BinaryReader): BinaryReader {
  return new BinaryReader(reader.bytes());
}

/** Reads all fields of a message, of which those with a reader here are of the length-delimited kind. */
function readFields(reader: BinaryReader, readers: Readonly<Record<number, (field: BinaryReader) => unknown>>): void {
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    const read = readers[field];
    if (read !== undefined && wireType === WireType.LengthDelimited) {
      read(reader);
    } else {
      reader.skip(wireType, field);
    }
  }
}

function listOf(json: JsonValue, name: string): JsonValue[] {
  const value = fieldOf(json, name);
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new TypeError(`invalid value for field ${name}: not a list`);
  }
  return value;
}

function textOf(json: JsonValue, name: string): string {
  const value = fieldOf(json, name);
  if (value === undefined || value === null) {
    return '';
  }
  if (typeof value !== 'string') {
    throw new TypeError(`invalid value for string field ${name}: ${JSON.stringify(value)}`);
  }
  return value;
}

function fieldOf(json: JsonValue, name: string): JsonValue | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new TypeError(`unexpected token ${JSON.stringify(json)}`);
  }
  return json[name];
}
