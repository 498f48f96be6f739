import type { CallTree } from './callTree';
import type { DecodeOptions } from './decodeTree';
import { levelsToTree, type Bars } from './flameGraphLevels';
import { DEFAULT_MAX_NODES } from './profileQuery';
import { canBeTruncated, TRUNCATED_NAME, truncatedLeaves } from './truncation';
import { decodeTexts } from './wire/decodeTexts';
import { GrowingFloat64, GrowingUint32 } from './wire/growingColumn';
import { ProtoReader } from './wire/protoReader';

/**
 * Decodes the wire bytes of a `querier.v1.FlameGraph` (grafana/pyroscope api/querier/v1/querier.proto and
 * pkg/model/flamegraph.go):
 *
 *   1 repeated string names    2 repeated Level { 1 repeated int64 values }    3 int64 total    4 int64 max_self
 *
 * A level holds its bars from left to right, in groups of four: x minus the end of the bar before, total, self, index
 * into `names`. Level 0 is the one bar "total". A bar's self value comes before its children.
 *
 * @throws DecodeError 'flame graph' if the bytes are no such message, or bars stick out of their callers.
 */
export function decodeFlameGraph(bytes: Uint8Array, options: DecodeOptions): CallTree {
  return decode(bytes, options, 4);
}

/**
 * Decodes the wire bytes of a `querier.v1.FlameGraphDiff` (pkg/model/flamegraph_diff.go): as a flame graph, but in
 * groups of seven: x, total and self of the left side, the same of the right side, index into `names`. Each side's x
 * counts from the end of the bar before on that side. Fields 5 and 6 are the totals of both sides.
 *
 * The left side becomes `total` and `self`, the right side `right`. Both sides have all nodes, zero where absent.
 *
 * @throws DecodeError as `decodeFlameGraph`
 */
export function decodeFlameGraphDiff(bytes: Uint8Array, options: DecodeOptions): CallTree {
  return decode(bytes, options, 7);
}

function decode(bytes: Uint8Array, options: DecodeOptions, group: 4 | 7): CallTree {
  const bars = readBars(bytes, group);
  const columns = levelsToTree(bars);
  const other = bars.names.indexOf(TRUNCATED_NAME);
  // The diff counts its root among the nodes, the single flame graph does not.
  const nodeCount = group === 7 ? columns.length : columns.length - 1;
  const truncated =
    other >= 0 && canBeTruncated(nodeCount, options.maxNodes ?? DEFAULT_MAX_NODES)
      ? truncatedLeaves(columns, other + 1)
      : undefined;
  return {
    ...columns,
    unit: options.unit,
    ...(truncated !== undefined && truncated.length > 0 ? { truncated } : {}),
  };
}

function readBars(bytes: Uint8Array, group: 4 | 7): Bars {
  const nameStarts = new GrowingUint32();
  const nameEnds = new GrowingUint32();
  const values = new GrowingFloat64();
  const levelStarts = new GrowingUint32(64);
  const reader = new ProtoReader(bytes, 'flame graph');
  while (reader.next()) {
    switch (reader.field) {
      case 1: {
        const outerEnd = reader.enter();
        nameStarts.push(reader.position);
        nameEnds.push(reader.end);
        reader.leave(outerEnd);
        break;
      }
      case 2:
        levelStarts.push(values.length / group);
        readLevel(reader, values, group);
        break;
      default:
        reader.skip();
    }
  }
  levelStarts.push(values.length / group);
  return {
    group,
    values: values.view(),
    levelStarts: levelStarts.view(),
    names: decodeTexts(bytes, nameStarts.view(), nameEnds.view()),
  };
}

function readLevel(reader: ProtoReader, values: GrowingFloat64, group: number): void {
  const start = reader.position;
  const outerEnd = reader.enter();
  while (reader.next()) {
    if (reader.field === 1) {
      reader.int64s(values);
    } else {
      reader.skip();
    }
  }
  reader.leave(outerEnd);
  if (values.length % group !== 0) {
    reader.fail(`a level has values that are no groups of ${group}`, start);
  }
}
