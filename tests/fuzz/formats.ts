import type { CallTree } from '../../src/profile/callTree';
import { decodeFlameGraph, decodeFlameGraphDiff } from '../../src/profile/decodeFlameGraph';
import { decodeTree } from '../../src/profile/decodeTree';
import { callTreeOfPprof } from '../../src/profile/pprof/callTreeOfPprof';
import { decodePprof } from '../../src/profile/pprof/decodePprof';

/** Wire formats by the folders of the corpus, each with the trees that its bytes hold. */
export const FORMATS: Readonly<Record<string, (bytes: Uint8Array) => readonly CallTree[]>> = {
  // One node is few enough for any "other" to be a cut.
  tree: (bytes) => [decodeTree(bytes, { unit: 'nanoseconds', maxNodes: 1 })],
  'flame-graph': (bytes) => [decodeFlameGraph(bytes, { unit: 'bytes', maxNodes: 1 })],
  'flame-graph-diff': (bytes) => [decodeFlameGraphDiff(bytes, { unit: 'count', maxNodes: 1 })],
  pprof(bytes) {
    const profile = decodePprof(bytes);
    return profile.sampleTypes.slice(0, MOST_SAMPLE_TYPES).map((_, type) => callTreeOfPprof(profile, type));
  },
};

/** A mutation can announce hundreds of empty sample types; these many are looked at. */
const MOST_SAMPLE_TYPES = 8;
