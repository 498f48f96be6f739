import fc from 'fast-check';
import { DecodeError } from '../../base/decodeError';
import { decodeFlameGraph } from '../decodeFlameGraph';
import { mergeTrees } from '../mergeTrees';
import { encodeFlameGraph, varint, type FlameGraphJson } from '../testing/encoders';
import { expectWellFormed } from '../testing/expectWellFormed';
import { decodedOrRefused, mutated } from '../testing/mutations';
import { recordedBytes, recordedJson } from '../testing/recordings';
import { anyName } from '../testing/stacks';
import { callTreeToText, picture } from '../textProfile';
import { callTreeOfPprof } from './callTreeOfPprof';
import { decodePprof } from './decodePprof';
import { encodePprof } from './encodePprof';
import type { PprofProfile } from './pprofProfile';

/** A field of a message: a number, or the bytes of a message, text or packed list. */
const field = (number: number, content: number | bigint | number[]) =>
  Array.isArray(content)
    ? [...varint((number << 3) | 2), ...varint(content.length), ...content]
    : [...varint(number << 3), ...varint(content)];
const text = (number: number, value: string) => field(number, Array.from(new TextEncoder().encode(value)));
const decode = (...fields: number[][]) => decodePprof(Uint8Array.from(fields.flat()));

const strings = ['', 'cpu', 'nanoseconds', 'memcpy', 'printf', 'stdio.c', 'main', 'main.c', 'thread', 'worker'].map(
  (value) => text(6, value)
);
const cpu = field(1, [...field(1, 1), ...field(2, 2)]);
const functions = [
  field(5, [...field(1, 11), ...field(2, 3)]),
  field(5, [...field(1, 12), ...field(2, 4), ...field(4, 5), ...field(5, 90)]),
  field(5, [...field(1, 13), ...field(2, 6), ...field(4, 7)]),
];
/** memcpy inlined into printf, which the example of the format's own description has. */
const inlined = field(4, [
  ...field(1, 7),
  ...field(4, [...field(1, 11), ...field(2, 5)]),
  ...field(4, [...field(1, 12), ...field(2, 99)]),
]);
const main = field(4, [...field(1, 8), ...field(4, [...field(1, 13), ...field(2, 3)])]);
const unsymbolised = field(4, [...field(1, 9), ...field(3, 0xffff_ffff_8100_0abcn)]);
const sample = (locations: number[], ...values: number[]) =>
  field(2, [...field(1, locations.flatMap(varint)), ...field(2, values.flatMap(varint))]);

test('stacks are turned the right way round, inlined functions below those they were inlined into', () => {
  const profile = decode(cpu, sample([7, 8], 5), sample([8], 2), inlined, main, ...functions, ...strings);
  const tree = callTreeOfPprof(profile, 0);
  expectWellFormed(tree);
  expect(callTreeToText(tree)).toBe(
    picture(`
      main       7
        printf   5
          memcpy 5`)
  );
  expect(tree.unit).toBe('nanoseconds');
});

test('functions have their files and first lines', () => {
  const profile = decode(cpu, sample([7, 8], 5), inlined, main, ...functions, ...strings);
  const { functions: table } = callTreeOfPprof(profile, 0);
  const placeOf = (name: string) => {
    const func = table.names.indexOf(name);
    return [table.files?.[table.file![func]], table.startLine![func]];
  };
  expect(placeOf('printf')).toEqual(['stdio.c', 90]);
  expect(placeOf('main')).toEqual(['main.c', 0]);
  expect(placeOf('memcpy')).toEqual([undefined, 0]);
});

test('a location without a function is named by its address, all 64 bits of it', () => {
  const profile = decode(cpu, sample([9, 8], 5), unsymbolised, main, ...functions, ...strings);
  expect(callTreeToText(callTreeOfPprof(profile, 0))).toBe(picture('main 5\n  0xffffffff81000abc 5'));
});

test('a line without a function is passed over', () => {
  const location = field(4, [...field(1, 9), ...field(3, 0x4f2a10), ...field(4, field(2, 12))]);
  const profile = decode(cpu, sample([9], 5), location, ...strings);
  expect(callTreeToText(callTreeOfPprof(profile, 0))).toBe(picture('0x4f2a10 5'));
});

test('samples that have nothing of a type are left out of its tree', () => {
  const two = [cpu, cpu, sample([8], 0, 3), sample([7], 4, 0), inlined, main, ...functions, ...strings];
  expect(callTreeToText(callTreeOfPprof(decode(...two), 0))).toBe(picture('printf 4\n  memcpy 4'));
  expect(callTreeToText(callTreeOfPprof(decode(...two), 1))).toBe(picture('main 3'));
  expect(() => callTreeOfPprof(decode(...two), 2)).toThrow(RangeError);
});

test('labels, times, period and comments are read', () => {
  const profile = decode(
    cpu,
    field(2, [
      ...[...field(1, 8), ...field(2, 6)],
      ...field(3, [...field(1, 8), ...field(2, 9)]),
      ...field(3, [...field(1, 8), ...field(3, -4), ...field(4, 2)]),
    ]),
    main,
    ...functions,
    field(9, 1_795_241_880_123_456_789n),
    field(10, 15_000_000_000),
    field(11, [...field(1, 1), ...field(2, 2)]),
    field(12, 10_000_000),
    field(13, 9),
    field(13, [8, 6]),
    field(14, 1),
    ...strings
  );
  expect(profile.timeNanos).toBe(1_795_241_880_123_456_789n);
  expect([profile.durationNanos, profile.period]).toEqual([15_000_000_000, 10_000_000]);
  expect(profile.periodType).toEqual({ type: 'cpu', unit: 'nanoseconds' });
  expect(profile.comments).toEqual(['worker', 'thread', 'main']);
  expect(profile.defaultSampleType).toBe('cpu');
  const { labels, labelStart } = profile.samples;
  expect(Array.from(labelStart)).toEqual([0, 2]);
  const named = (column: Uint32Array) => Array.from(column, (index) => profile.strings[index]);
  expect([named(labels.key), named(labels.str), named(labels.numUnit), Array.from(labels.num)]).toEqual([
    ['thread', 'thread'],
    ['worker', ''],
    ['', 'nanoseconds'],
    [0, -4],
  ]);
});

test('ids may be any numbers of 64 bits', () => {
  const ids = [2n ** 64n - 1n, 2n ** 64n - 2n, 2n ** 53n + 1n, 2n ** 53n];
  const names = ['memcpy', 'printf', 'main', 'thread'];
  const profile = decode(
    cpu,
    ...ids.map((id, at) => field(2, [...field(1, varint(id)), ...field(2, [at + 1])])),
    ...ids.map((id) => field(4, [...field(1, id), ...field(4, field(1, id))])),
    ...ids.map((id, at) => field(5, [...field(1, id), ...field(2, [3, 4, 6, 8][at])])),
    ...strings
  );
  const tree = callTreeOfPprof(profile, 0);
  expect(names.map((name) => tree.self[tree.func.indexOf(tree.functions.names.indexOf(name))])).toEqual([1, 2, 3, 4]);
});

test('no bytes are an empty profile', () => {
  const profile = decode();
  expect([profile.sampleTypes.length, profile.samples.length, profile.strings]).toEqual([0, 0, ['']]);
  expect(decodePprof(encodePprof(profile))).toEqual(profile);
});

test.each([
  ['a sample has too few values', [cpu, cpu, sample([8], 1), main, ...functions, ...strings]],
  ['a sample has too many values', [cpu, sample([8], 1, 2), main, ...functions, ...strings]],
  ['a sample has a location that is not there', [cpu, sample([5], 1), main, ...functions, ...strings]],
  ['a location has a function that is not there', [cpu, main, ...strings]],
  ['a location has a mapping that is not there', [field(4, [...field(1, 1), ...field(2, 3)]), ...strings]],
  ['a function has a name that is not there', [field(5, [...field(1, 1), ...field(2, 10)]), ...strings]],
  ['a function has a name below 0', [field(5, [...field(1, 1), ...field(2, -1)]), ...strings]],
  ['two locations have one id', [main, main, ...functions, ...strings]],
  ['two functions have one id', [functions[0], functions[0], ...strings]],
  ['it is text', [Array.from(new TextEncoder().encode('<!doctype html><title>404</title>'))]],
])('a profile is refused if %s', (_, fields) => {
  expect(() => decode(...fields)).toThrow(DecodeError);
});

test.each([
  ['profile/checkout.cpu.pb.gz', 'flamegraph/checkout.process_cpu_cpu.json.gz'],
  ['profile/orders.cpu.pb.gz', 'flamegraph/orders.process_cpu_cpu.json.gz'],
])('the recorded %s is the flame graph of the same question, %s', (pprofFile, flameGraphFile) => {
  const tree = callTreeOfPprof(decodePprof(recordedBytes(pprofFile)), 0);
  const { flamegraph } = recordedJson<{ flamegraph: FlameGraphJson }>(flameGraphFile);
  const flameGraph = decodeFlameGraph(encodeFlameGraph(flamegraph), { unit: 'nanoseconds' });
  expectWellFormed(tree);
  // The backend's own tree knows functions by their names alone, as a merged one does.
  expect(callTreeToText(mergeTrees([tree]))).toBe(callTreeToText(flameGraph));
});

test('a recorded profile is the same after it was written and read', () => {
  const profile = decodePprof(recordedBytes('profile/orders.cpu.pb.gz'));
  expect(decodePprof(encodePprof(profile))).toEqual(profile);
});

/** Profiles in which every list may be empty and every index points somewhere. */
const anyProfile: fc.Arbitrary<PprofProfile> = fc
  .record({
    texts: fc.array(anyName, { minLength: 1, maxLength: 6 }),
    functionCount: fc.integer({ min: 1, max: 5 }),
    lines: fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
    stacks: fc.array(fc.array(fc.nat(), { maxLength: 5 }), { maxLength: 8 }),
    labels: fc.array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: 8, maxLength: 8 }),
    typeCount: fc.integer({ min: 1, max: 3 }),
    numbers: fc.infiniteStream(fc.maxSafeInteger().map((value) => value + 0)),
    halves: fc.infiniteStream(fc.nat(0xffff_ffff)),
    timeNanos: fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n),
  })
  .map(({ texts, functionCount, lines, stacks, labels, typeCount, numbers, halves, timeNanos }) => {
    const all = ['', ...texts];
    const number = () => numbers.next().value as number;
    const half = () => halves.next().value as number;
    const index = (count: number) => half() % count;
    const starts = (lists: readonly (readonly unknown[])[]) =>
      lists.reduce<number[]>((ends, list) => [...ends, ends[ends.length - 1] + list.length], [0]);
    const labelLists = labels.slice(0, stacks.length);
    const labelCount = labelLists.flat().length;
    const indices = (length: number, count: number) => Uint32Array.from({ length }, () => index(count));
    const valueTypes = Array.from({ length: typeCount }, () => ({ type: all[index(all.length)], unit: '' }));
    return {
      sampleTypes: valueTypes,
      defaultSampleType: all[index(all.length)],
      samples: {
        length: stacks.length,
        locationStart: Uint32Array.from(starts(stacks)),
        location: Uint32Array.from(stacks.flat(), (at) => at % lines.length),
        values: Float64Array.from({ length: stacks.length * typeCount }, number),
        labelStart: Uint32Array.from(starts(labelLists)),
        labels: {
          length: labelCount,
          key: indices(labelCount, all.length),
          str: indices(labelCount, all.length),
          numUnit: indices(labelCount, all.length),
          num: Float64Array.from({ length: labelCount }, number),
        },
      },
      locations: {
        length: lines.length,
        addressLow: Uint32Array.from(lines, half),
        addressHigh: Uint32Array.from(lines, half),
        mapping: Int32Array.from(lines, () => index(2) - 1),
        isFolded: Uint8Array.from(lines, () => index(2)),
        lineStart: Uint32Array.from(starts(lines)),
        lines: {
          length: lines.flat().length,
          func: Uint32Array.from(lines.flat(), (at) => at % functionCount),
          line: Float64Array.from(lines.flat(), number),
        },
      },
      functions: {
        length: functionCount,
        name: indices(functionCount, all.length),
        systemName: indices(functionCount, all.length),
        file: indices(functionCount, all.length),
        startLine: Float64Array.from({ length: functionCount }, number),
      },
      mappings: [
        {
          memoryStart: BigInt.asUintN(64, timeNanos),
          memoryLimit: 2n ** 64n - 1n,
          fileOffset: 0n,
          filename: all[index(all.length)],
          buildId: '',
          hasFunctions: true,
          hasFilenames: false,
          hasLineNumbers: true,
          hasInlineFrames: false,
        },
      ],
      strings: all,
      timeNanos,
      durationNanos: number(),
      periodType: { type: '', unit: all[index(all.length)] },
      period: number(),
      comments: [all[index(all.length)]],
      dropFrames: '',
      keepFrames: all[index(all.length)],
    };
  });

test('every profile is the same after it was written and read, and every sample is in its tree', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      expect(decodePprof(encodePprof(profile))).toEqual(profile);
      profile.sampleTypes.forEach((_, type) => {
        const values = profile.samples.values.filter((_value, at) => at % profile.sampleTypes.length === type);
        const tree = callTreeOfPprof(profile, type);
        const whole = values.reduce((sum, value) => sum + value, 0);
        expect(Math.abs(tree.total[0] - whole)).toBeLessThanOrEqual(2 ** 12);
      });
    })
  );
});

test('damaged bytes give a profile with a well-formed tree or a DecodeError', () => {
  const small = Uint8Array.from([cpu, sample([7, 8], 5), inlined, main, ...functions, ...strings].flat());
  const recorded = recordedBytes('profile/checkout.cpu.pb.gz').subarray(0, 20_000);
  fc.assert(
    fc.property(fc.oneof(mutated(small), mutated(recorded), fc.uint8Array()), (damaged) => {
      const profile = decodedOrRefused(() => decodePprof(damaged));
      profile?.sampleTypes.forEach((_, type) => {
        const tree = callTreeOfPprof(profile, type);
        if (tree.self.every((value) => value >= 0)) {
          expectWellFormed(tree);
        }
      });
    }),
    { numRuns: 500 }
  );
});
