import type { CallTree, FunctionIndex } from '../callTree';
import type { PprofProfile } from '../pprof/pprofProfile';
import { GrowingFloat64, GrowingUint32 } from '../wire/growingColumn';
import { eachStack } from './eachStack';
import { usedFunctions, type UsedFunctions } from './usedFunctions';

export interface PprofNotes {
  /** What is counted, by pprof's names: "cpu", "alloc_space". */
  readonly sampleType: string;
  /** When the profile began, in milliseconds since the Unix epoch. */
  readonly from: number;
  /** Milliseconds. */
  readonly duration: number;
}

/**
 * A profile in the pprof format, with a sample for each stack and a location for each function that a sample holds, at
 * its first line. The format has whole numbers: values are rounded, and what rounds to 0 is left out. What the root has
 * itself is a sample without locations. Of a comparison the baseline: see `sideOfComparison`.
 */
export function pprofOfTree(tree: CallTree, notes: PprofNotes): PprofProfile {
  const strings = new Map<string, number>([['', 0]]);
  const stringOf = (text: string) => {
    const index = strings.get(text) ?? strings.size;
    strings.set(text, index);
    return index;
  };
  const used = functionsOfSamples(tree);
  const { names, file: fileOf, files, startLine: startLineOf } = tree.functions;
  const { length } = used.functions;
  const name = Uint32Array.from(used.functions, (func) => stringOf(names[func]));
  const file = Uint32Array.from(used.functions, (func) => stringOf(files?.[fileOf?.[func] ?? -1] ?? ''));
  const startLine = Float64Array.from(used.functions, (func) => startLineOf?.[func] ?? 0);
  const positions = Uint32Array.from({ length }, (_, at) => at);
  return {
    sampleTypes: [{ type: notes.sampleType, unit: tree.unit === 'unknown' ? '' : tree.unit }],
    defaultSampleType: notes.sampleType,
    samples: samplesOf(tree, used),
    locations: {
      length,
      addressLow: new Uint32Array(length),
      addressHigh: new Uint32Array(length),
      mapping: new Int32Array(length).fill(-1),
      isFolded: new Uint8Array(length),
      lineStart: Uint32Array.from({ length: length + 1 }, (_, at) => at),
      lines: { length, func: positions, line: startLine },
    },
    functions: { length, name, systemName: name, file, startLine },
    mappings: [],
    strings: [...strings.keys()],
    timeNanos: BigInt(Math.round(notes.from)) * 1_000_000n,
    durationNanos: Math.round(notes.duration) * 1_000_000,
    periodType: { type: '', unit: '' },
    period: 0,
    comments: [],
    dropFrames: '',
    keepFrames: '',
  };
}

/** Whole numbers; 0 is no sample. */
function eachSample(tree: CallTree, visit: (stack: readonly FunctionIndex[], amount: number) => void): void {
  eachStack(tree, (stack, value) => {
    const amount = Math.round(value);
    if (amount > 0) {
      visit(stack, amount);
    }
  });
}

function functionsOfSamples(tree: CallTree): UsedFunctions {
  const marked = usedFunctions(tree.functions.length);
  eachSample(tree, (stack) => marked.add(stack));
  return marked.used();
}

function samplesOf(tree: CallTree, { place }: UsedFunctions): PprofProfile['samples'] {
  const starts = new GrowingUint32(256);
  const location = new GrowingUint32(1024);
  const values = new GrowingFloat64(256);
  starts.push(0);
  eachSample(tree, (stack, amount) => {
    for (let at = stack.length - 1; at >= 0; at--) {
      location.push(place[stack[at]]);
    }
    starts.push(location.length);
    values.push(amount);
  });
  const none = new Uint32Array(0);
  return {
    length: values.length,
    locationStart: starts.trimmed(),
    location: location.trimmed(),
    values: values.trimmed(),
    labelStart: new Uint32Array(values.length + 1),
    labels: { length: 0, key: none, str: none, numUnit: none, num: new Float64Array(0) },
  };
}
