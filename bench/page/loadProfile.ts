import { fromBinary } from '@bufbuild/protobuf';
import type { CallTree } from '../../src/profile/callTree';
import { decodeFlameGraph } from '../../src/profile/decodeFlameGraph';
import { decodeTree } from '../../src/profile/decodeTree';
import { callTreeOfPprof } from '../../src/profile/pprof/callTreeOfPprof';
import { decodePprof } from '../../src/profile/pprof/decodePprof';
import { encodeFlameGraph, type FlameGraphJson } from '../../src/profile/testing/encoders';
import { SelectMergeStacktracesResponseSchema } from '../../src/pyroscope/gen/querier/v1/querier_pb';
import { generateTree } from '../generate/generateTree';

/** A profile for the page to show: `?nodes=100000&depth=64` generated, or `?src=/files/x.json.gz` from a file. */
export async function loadProfile(query: URLSearchParams): Promise<CallTree> {
  const source = query.get('src');
  if (source === null) {
    return generateTree({ nodes: number(query, 'nodes', 10_000), depth: number(query, 'depth', 64), seed: 1 });
  }
  const bytes = await readBytes(source);
  const maxNodes = number(query, 'maxNodes', 8192);
  if (bytes[0] === '{'.charCodeAt(0)) {
    const { flamegraph } = JSON.parse(new TextDecoder().decode(bytes)) as { flamegraph?: FlameGraphJson };
    return decodeFlameGraph(encodeFlameGraph(flamegraph ?? {}), { unit: 'nanoseconds', maxNodes });
  }
  return source.includes('tree')
    ? decodeTree(fromBinary(SelectMergeStacktracesResponseSchema, bytes).tree, { unit: 'nanoseconds', maxNodes })
    : callTreeOfPprof(decodePprof(bytes), 0);
}

function number(query: URLSearchParams, name: string, otherwise: number): number {
  return Number(query.get(name) ?? otherwise);
}

async function readBytes(source: string): Promise<Uint8Array> {
  const response = await fetch(source);
  if (!response.ok || response.body === null) {
    throw new Error(`${source} cannot be read: ${response.status}`);
  }
  const stream = source.endsWith('.gz') ? response.body.pipeThrough(new DecompressionStream('gzip')) : response.body;
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
