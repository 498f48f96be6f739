import { BinaryWriter } from '@bufbuild/protobuf/wire';

type Int64Json = string | number;

/** `querier.v1.FlameGraph` or, with ticks, `querier.v1.FlameGraphDiff` in JSON. */
export interface FlameGraphJson {
  readonly names?: readonly string[];
  readonly levels?: ReadonlyArray<{ readonly values?: readonly Int64Json[] }>;
  readonly total?: Int64Json;
  readonly maxSelf?: Int64Json;
  readonly leftTicks?: Int64Json;
  readonly rightTicks?: Int64Json;
}

/** The binary form of a flame graph that was recorded as JSON: our own description of the API takes it for bytes. */
export function binaryFlameGraph(json: FlameGraphJson): Uint8Array {
  const writer = new BinaryWriter();
  for (const name of json.names ?? []) {
    writer.tag(1, 2).string(name);
  }
  for (const level of json.levels ?? []) {
    writer.tag(2, 2).fork().tag(1, 2).fork();
    for (const value of level.values ?? []) {
      writer.int64(value);
    }
    writer.join().join();
  }
  for (const [field, value] of [
    [3, json.total],
    [4, json.maxSelf],
    [5, json.leftTicks],
    [6, json.rightTicks],
  ] as const) {
    if (value !== undefined) {
      writer.tag(field, 0).int64(value);
    }
  }
  return writer.finish();
}
