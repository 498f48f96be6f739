import { fromBinary } from '@bufbuild/protobuf';
import type { CallTree } from '../../src/profile/callTree';
import { decodeFlameGraph } from '../../src/profile/decodeFlameGraph';
import { decodeTree } from '../../src/profile/decodeTree';
import { callTreeOfPprof } from '../../src/profile/pprof/callTreeOfPprof';
import { decodePprof } from '../../src/profile/pprof/decodePprof';
import { encodeFlameGraph, type FlameGraphJson } from '../../src/profile/testing/encoders';
import { SelectMergeStacktracesResponseSchema } from '../../src/pyroscope/gen/querier/v1/querier_pb';
import { generateTree } from '../generate/generateTree';

/**
 * A profile for the page to show: `?nodes=100000&depth=64` generated, or `?src=/files/x.json.gz` from a file. With
 * `&compare` it is compared with itself after some functions got slower, faster, were removed or are new.
 */
export async function loadProfile(query: URLSearchParams): Promise<CallTree> {
  const tree = await loadPlain(query);
  return query.has('compare') ? comparedWithItself(tree) : tree;
}

/** The second side: each function's self value times a factor that only its index decides; 0 now and then. */
function comparedWithItself(tree: CallTree): CallTree {
  const factors = [1, 1, 1, 1.02, 0.97, 1.3, 2, 0.6, 1, 0, 5, 1];
  const left = { self: tree.self.slice(), total: new Float64Array(tree.length) };
  const right = { self: new Float64Array(tree.length), total: new Float64Array(tree.length) };
  for (let node = tree.length - 1; node >= 0; node--) {
    right.self[node] = tree.self[node] * factors[tree.func[node] % factors.length];
    left.self[node] = tree.func[node] % 13 === 5 ? 0 : tree.self[node];
    for (const side of [left, right]) {
      side.total[node] += side.self[node];
      if (node > 0) {
        side.total[tree.parent[node]] += side.total[node];
      }
    }
  }
  return { ...tree, ...left, right };
}

async function loadPlain(query: URLSearchParams): Promise<CallTree> {
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
