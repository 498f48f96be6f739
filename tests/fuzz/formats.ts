import type { CallTree } from '../../src/profile/callTree';
import { decodeFlameGraph, decodeFlameGraphDiff } from '../../src/profile/decodeFlameGraph';
import { decodeTree } from '../../src/profile/decodeTree';
import { callTreeOfPprof } from '../../src/profile/pprof/callTreeOfPprof';
import { decodePprof } from '../../src/profile/pprof/decodePprof';
import { functionLines } from '../../src/profile/pprof/functionLines';
import type { PprofProfile } from '../../src/profile/pprof/pprofProfile';

/** Wire formats by the folders of the corpus, each with the trees that its bytes hold. */
export const FORMATS: Readonly<Record<string, (bytes: Uint8Array) => readonly CallTree[]>> = {
  // One node is few enough for any "other" to be a cut.
  tree: (bytes) => [decodeTree(bytes, { unit: 'nanoseconds', maxNodes: 1 })],
  'flame-graph': (bytes) => [decodeFlameGraph(bytes, { unit: 'bytes', maxNodes: 1 })],
  'flame-graph-diff': (bytes) => [decodeFlameGraphDiff(bytes, { unit: 'count', maxNodes: 1 })],
  pprof(bytes) {
    const profile = decodePprof(bytes);
    readLines(profile);
    return profile.sampleTypes.slice(0, MOST_SAMPLE_TYPES).map((_, type) => callTreeOfPprof(profile, type));
  },
};

/** What the details of a function read of the same bytes: lines that ascend, with finite values. */
function readLines(profile: PprofProfile): void {
  if (profile.sampleTypes.length === 0) {
    return;
  }
  for (const name of new Set(profile.strings.slice(0, MOST_NAMES))) {
    const { lines } = functionLines(profile, 0, name);
    const isAscending = lines.line.every((line, at) => at === 0 || line > lines.line[at - 1]);
    const isFinite = [...lines.self, ...lines.total].every(Number.isFinite);
    if (!isAscending || !isFinite || lines.line.length !== lines.length) {
      throw new Error(`The lines of "${name}" are none.`);
    }
  }
}

/** Strings of a profile that are tried as names of functions. */
const MOST_NAMES = 40;

/** A mutation can announce hundreds of empty sample types; these many are looked at. */
const MOST_SAMPLE_TYPES = 8;
