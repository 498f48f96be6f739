import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ProtoReader } from '../wire/protoReader';

const folder = path.resolve(import.meta.dirname, '../../../tests/fixtures/pyroscope');

/** The bytes of an answer that a real Pyroscope gave, without the gzip that it is stored in. */
export function recordedBytes(file: string): Uint8Array {
  const bytes = readFileSync(path.join(folder, file));
  return new Uint8Array(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

export function recordedJson<T>(file: string): T {
  return JSON.parse(new TextDecoder().decode(recordedBytes(file))) as T;
}

/** The bytes of one field of a recorded protobuf answer. */
export function recordedField(file: string, field: number): Uint8Array {
  const bytes = recordedBytes(file);
  const reader = new ProtoReader(bytes, 'tree');
  while (reader.next()) {
    if (reader.field === field) {
      reader.enter();
      return bytes.slice(reader.position, reader.end);
    }
    reader.skip();
  }
  throw new Error(`${file} has no field ${field}.`);
}
