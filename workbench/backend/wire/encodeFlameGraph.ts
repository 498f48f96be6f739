import type { JsonObject } from '@bufbuild/protobuf';
import { ProtoWriter } from '../../../src/profile/wire/protoWriter';
import type { FlameGraph } from './flameGraph';

/*
 * The two forms of querier.v1.FlameGraph and querier.v1.FlameGraphDiff (Pyroscope's api/querier/v1/querier.proto):
 *
 *   1 repeated string names    2 repeated Level { 1 repeated int64 values }    3 int64 total    4 int64 max_self
 *   and of a comparison        5 int64 left_ticks    6 int64 right_ticks
 */

export function encodeFlameGraph(graph: FlameGraph): Uint8Array<ArrayBuffer> {
  const out = new ProtoWriter();
  const level = new ProtoWriter();
  const scratch = new ProtoWriter();
  for (const name of graph.names) {
    out.text(1, name);
  }
  for (const values of graph.levels) {
    level.clear();
    level.packed(1, values, scratch);
    out.bytes(2, level.view());
  }
  out.int64(3, graph.total);
  out.int64(4, graph.maxSelf);
  out.int64(5, graph.ticks?.left ?? 0);
  out.int64(6, graph.ticks?.right ?? 0);
  return out.finish();
}

/** As protobuf's JSON has it: integers of 64 bits are strings, and what is zero is left out. */
export function flameGraphJson(graph: FlameGraph): JsonObject {
  return {
    names: [...graph.names],
    levels: graph.levels.map((values) => ({ values: values.map(String) })),
    ...int64Json('total', graph.total),
    ...int64Json('maxSelf', graph.maxSelf),
    ...int64Json('leftTicks', graph.ticks?.left ?? 0),
    ...int64Json('rightTicks', graph.ticks?.right ?? 0),
  };
}

function int64Json(name: string, value: number): JsonObject {
  return value === 0 ? {} : { [name]: String(value) };
}
