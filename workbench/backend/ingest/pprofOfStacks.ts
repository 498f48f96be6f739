import type { PprofProfile, PprofValueType } from '../../../src/profile/pprof/pprofProfile';

/** A function, and where it stands in the source if that is known. */
export interface StackFrame {
  readonly name: string;
  readonly file?: string;
  /** First line of the function, 1-based. */
  readonly startLine?: number;
  /** The line that runs, 1-based. Absent: the first one. */
  readonly line?: number;
}

export interface ValuedStack {
  /** The outermost first. A text is a function of that name. */
  readonly frames: ReadonlyArray<string | StackFrame>;
  /** One value for each sample type. */
  readonly values: readonly number[];
  readonly labels?: Readonly<Record<string, string>>;
}

export interface StacksProfile {
  readonly sampleTypes: readonly PprofValueType[];
  /** Absent: none. */
  readonly periodType?: PprofValueType;
  readonly period?: number;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  readonly durationMs?: number;
  readonly stacks: readonly ValuedStack[];
}

/** A pprof with these stacks as its samples. */
export function pprofOfStacks(profile: StacksProfile): PprofProfile {
  const strings = new Numbered<string>((text) => text);
  strings.of('');
  const functions = new Numbered<StackFrame>(
    ({ name, file, startLine }) => `${name}\0${file ?? ''}\0${startLine ?? 0}`
  );
  const locations = new Numbered<StackFrame>((frame) => `${functions.of(frame)}\0${lineOf(frame)}`);

  const stacks = profile.stacks.map(({ frames }) =>
    frames.map((frame) => locations.of(typeof frame === 'string' ? { name: frame } : frame)).reverse()
  );
  const labels = profile.stacks.map((stack) =>
    Object.entries(stack.labels ?? {}).map(([key, str]) => ({ key: strings.of(key), str: strings.of(str) }))
  );
  const allLabels = labels.flat();
  return {
    sampleTypes: profile.sampleTypes,
    defaultSampleType: '',
    samples: {
      length: stacks.length,
      locationStart: startsOf(stacks),
      location: Uint32Array.from(stacks.flat()),
      values: Float64Array.from(profile.stacks.flatMap(({ values }) => values)),
      labelStart: startsOf(labels),
      labels: {
        length: allLabels.length,
        key: Uint32Array.from(allLabels, ({ key }) => key),
        str: Uint32Array.from(allLabels, ({ str }) => str),
        numUnit: new Uint32Array(allLabels.length),
        num: new Float64Array(allLabels.length),
      },
    },
    locations: {
      length: locations.all.length,
      addressLow: new Uint32Array(locations.all.length),
      addressHigh: new Uint32Array(locations.all.length),
      mapping: new Int32Array(locations.all.length).fill(-1),
      isFolded: new Uint8Array(locations.all.length),
      lineStart: Uint32Array.from({ length: locations.all.length + 1 }, (_, at) => at),
      lines: {
        length: locations.all.length,
        func: Uint32Array.from(locations.all, (frame) => functions.of(frame)),
        line: Float64Array.from(locations.all, lineOf),
      },
    },
    functions: {
      length: functions.all.length,
      name: Uint32Array.from(functions.all, ({ name }) => strings.of(name)),
      systemName: Uint32Array.from(functions.all, ({ name }) => strings.of(name)),
      file: Uint32Array.from(functions.all, ({ file }) => strings.of(file ?? '')),
      startLine: Float64Array.from(functions.all, ({ startLine }) => startLine ?? 0),
    },
    mappings: [],
    strings: strings.all,
    timeNanos: BigInt(Math.round(profile.time * 1000)) * 1000n,
    durationNanos: (profile.durationMs ?? 0) * 1e6,
    periodType: profile.periodType ?? { type: '', unit: '' },
    period: profile.period ?? 0,
    comments: [],
    dropFrames: '',
    keepFrames: '',
  };
}

function lineOf({ line, startLine }: StackFrame): number {
  return line ?? startLine ?? 0;
}

/** Position -> where each list begins if all are laid end to end, and where the last one ends. */
function startsOf(lists: ReadonlyArray<readonly unknown[]>): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = starts[at] + list.length;
  });
  return starts;
}

/** Things by their numbers: equal ones have one. */
class Numbered<T> {
  readonly all: T[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly keyOf: (thing: T) => string) {}

  of(thing: T): number {
    const key = this.keyOf(thing);
    const known = this.numbers.get(key);
    if (known !== undefined) {
      return known;
    }
    const number = this.all.push(thing) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
