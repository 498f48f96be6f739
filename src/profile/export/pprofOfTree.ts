import type { CallTree } from '../callTree';
import type { PprofProfile } from '../pprof/pprofProfile';
import { GrowingFloat64, GrowingUint32 } from '../wire/growingColumn';
import { eachStack } from './eachStack';

export interface PprofNotes {
  /** What is counted, by pprof's names: "cpu", "alloc_space". */
  readonly sampleType: string;
  /** When the profile began, in milliseconds since the Unix epoch. */
  readonly from: number;
  /** Milliseconds. */
  readonly duration: number;
}

/**
 * A profile in the pprof format, with a sample for each stack and a location for each function, at its first line. The
 * format has whole numbers: values are rounded, and what rounds to 0 is left out. What the root has itself is a sample
 * without locations.
 */
export function pprofOfTree(tree: CallTree, notes: PprofNotes): PprofProfile {
  const { functions } = tree;
  const strings = new Map<string, number>([['', 0]]);
  const stringOf = (text: string) => {
    const index = strings.get(text) ?? strings.size;
    strings.set(text, index);
    return index;
  };
  /** The root's function, the first, is none of the profile's. */
  const length = functions.length - 1;
  const name = new Uint32Array(length);
  const file = new Uint32Array(length);
  const startLine = new Float64Array(length);
  for (let at = 0; at < length; at++) {
    name[at] = stringOf(functions.names[at + 1]);
    file[at] = stringOf(functions.files?.[functions.file?.[at + 1] ?? -1] ?? '');
    startLine[at] = functions.startLine?.[at + 1] ?? 0;
  }
  const positions = Uint32Array.from({ length }, (_, at) => at);
  return {
    sampleTypes: [{ type: notes.sampleType, unit: tree.unit === 'unknown' ? '' : tree.unit }],
    defaultSampleType: notes.sampleType,
    samples: samplesOf(tree),
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

function samplesOf(tree: CallTree): PprofProfile['samples'] {
  const starts = new GrowingUint32(256);
  const location = new GrowingUint32(1024);
  const values = new GrowingFloat64(256);
  starts.push(0);
  eachStack(tree, (stack, value) => {
    const amount = Math.round(value);
    if (amount === 0) {
      return;
    }
    for (let at = stack.length - 1; at >= 0; at--) {
      location.push(stack[at] - 1);
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
