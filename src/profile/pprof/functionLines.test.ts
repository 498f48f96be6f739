import fc from 'fast-check';
import { recordedBytes } from '../testing/recordings';
import { topTable } from '../topTable';
import { callTreeOfPprof } from './callTreeOfPprof';
import { decodePprof } from './decodePprof';
import { functionLines } from './functionLines';
import type { PprofProfile } from './pprofProfile';

/** A frame as `name:line`, or `name:line@file`. */
interface Sample {
  /** Locations from the outermost to the innermost; in one, the outermost of inlined functions first. */
  readonly stack: readonly (readonly string[])[];
  readonly value: number;
}

/** A profile of one sample type, in nanoseconds. */
function profileOf(samples: readonly Sample[]): PprofProfile {
  const strings = [''];
  const text = (value: string) => (strings.includes(value) ? strings.indexOf(value) : strings.push(value) - 1);
  const functions = new Map<string, { name: number; file: number }>();
  const func: number[] = [];
  const line: number[] = [];
  const lineStart = [0];
  const locationStart = [0];
  const location: number[] = [];
  for (const { stack } of samples) {
    for (const frames of stack.toReversed()) {
      for (const frame of frames.toReversed()) {
        const [, name, number, file] = /^(.*):(\d+)(?:@(.*))?$/.exec(frame)!;
        const key = `${name}@${file ?? 'a.go'}`;
        functions.set(key, functions.get(key) ?? { name: text(name), file: text(file ?? 'a.go') });
        func.push([...functions.keys()].indexOf(key));
        line.push(Number(number));
      }
      location.push(lineStart.push(func.length) - 2);
    }
    locationStart.push(location.length);
  }
  const rows = lineStart.length - 1;
  const none = { key: [], str: [], numUnit: [] } as const;
  return {
    ...decodePprof(new Uint8Array()),
    sampleTypes: [{ type: 'cpu', unit: 'nanoseconds' }],
    samples: {
      length: samples.length,
      locationStart: Uint32Array.from(locationStart),
      location: Uint32Array.from(location),
      values: Float64Array.from(samples, ({ value }) => value),
      labelStart: new Uint32Array(samples.length + 1),
      labels: {
        length: 0,
        key: Uint32Array.from(none.key),
        str: Uint32Array.from(none.str),
        numUnit: Uint32Array.from(none.numUnit),
        num: new Float64Array(),
      },
    },
    locations: {
      length: rows,
      addressLow: new Uint32Array(rows),
      addressHigh: new Uint32Array(rows),
      mapping: new Int32Array(rows).fill(-1),
      isFolded: new Uint8Array(rows),
      lineStart: Uint32Array.from(lineStart),
      lines: { length: func.length, func: Uint32Array.from(func), line: Float64Array.from(line) },
    },
    functions: {
      length: functions.size,
      name: Uint32Array.from(functions.values(), ({ name }) => name),
      systemName: new Uint32Array(functions.size),
      file: Uint32Array.from(functions.values(), ({ file }) => file),
      startLine: new Float64Array(functions.size),
    },
    strings,
  };
}

const textOf = ({ file, lines }: ReturnType<typeof functionLines>) => [
  file,
  ...Array.from(lines.line, (line, at) => `${line}: ${lines.self[at]} of ${lines.total[at]}`),
];

test('lines have what is spent in them, and with what they call', () => {
  const profile = profileOf([
    { stack: [['main:10'], ['work:31']], value: 5 },
    { stack: [['main:10'], ['work:30'], ['read:7']], value: 3 },
    { stack: [['main:12'], ['work:30']], value: 2 },
  ]);
  expect(textOf(functionLines(profile, 0, 'work'))).toEqual(['a.go', '30: 2 of 5', '31: 5 of 5']);
  expect(textOf(functionLines(profile, 0, 'main'))).toEqual(['a.go', '10: 0 of 8', '12: 0 of 2']);
});

test('an inlined function has the lines of its own source, its caller that of the call', () => {
  const profile = profileOf([
    { stack: [['main:10', 'inlined:99'], ['work:1']], value: 4 },
    { stack: [['main:10', 'inlined:98']], value: 1 },
  ]);
  expect(textOf(functionLines(profile, 0, 'main'))).toEqual(['a.go', '10: 0 of 5']);
  expect(textOf(functionLines(profile, 0, 'inlined'))).toEqual(['a.go', '98: 1 of 1', '99: 0 of 4']);
});

test('a stack counts once a line, however often it recurs there', () => {
  const profile = profileOf([{ stack: [['walk:5'], ['walk:5'], ['walk:6'], ['walk:5']], value: 4 }]);
  expect(textOf(functionLines(profile, 0, 'walk'))).toEqual(['a.go', '5: 4 of 4', '6: 0 of 4']);
});

test('of functions that share a name, those in the file with the most are told', () => {
  const profile = profileOf([
    { stack: [['init:5@a.go']], value: 4 },
    { stack: [['init:5@b.go']], value: 9 },
  ]);
  expect(textOf(functionLines(profile, 0, 'init'))).toEqual(['b.go', '5: 9 of 9']);
});

test('what is called from code without symbols is not spent in the line above it', () => {
  const profile = profileOf([{ stack: [['main:3'], []], value: 4 }]);
  expect(textOf(functionLines(profile, 0, 'main'))).toEqual(['a.go', '3: 0 of 4']);
});

test('no such function has no lines; no such sample type is refused', () => {
  const profile = profileOf([{ stack: [['main:3']], value: 4 }]);
  expect(textOf(functionLines(profile, 0, 'absent'))).toEqual(['']);
  expect(() => functionLines(profile, 1, 'main')).toThrow(RangeError);
});

test('the lines of every function of a recorded profile add up to what the function has itself', () => {
  const profile = decodePprof(recordedBytes('profile/checkout.cpu.pb.gz'));
  const tree = callTreeOfPprof(profile, 0);
  const { self, total } = topTable(tree);
  const { names } = tree.functions;
  const someNames = new Set(names.filter((name, func) => names.indexOf(name) === func && func % 7 === 1));
  expect(someNames.size).toBeGreaterThan(100);
  for (const name of someNames) {
    const func = names.indexOf(name);
    const { lines } = functionLines(profile, 0, name);
    expect(lines.self.reduce((sum, value) => sum + value, 0)).toBe(self[func]);
    expect(lines.total.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(total[func]);
    expect(Array.from(lines.line)).toEqual(Array.from(new Set(lines.line)).sort((a, b) => a - b));
  }
});

test('every line has what the slow way finds', () => {
  const frame = fc.constantFrom('a:1', 'a:2', 'b:1', 'a:1@b.go');
  const anySamples = fc.array(
    fc.record({ stack: fc.array(fc.array(frame, { maxLength: 2 }), { maxLength: 5 }), value: fc.nat(50) }),
    { maxLength: 6 }
  );
  fc.assert(
    fc.property(anySamples, (samples) => {
      const { file, lines } = functionLines(profileOf(samples), 0, 'a');
      const frameOf = (line: number) => (file === 'b.go' ? `a:${line}@b.go` : `a:${line}`);
      lines.line.forEach((line, at) => {
        const sum = (holds: (sample: Sample) => boolean) =>
          samples.filter(holds).reduce((all, { value }) => all + value, 0);
        expect(lines.total[at]).toBe(sum(({ stack }) => stack.flat().includes(frameOf(line))));
        expect(lines.self[at]).toBe(sum(({ stack }) => stack.at(-1)?.at(-1) === frameOf(line)));
      });
    })
  );
});
