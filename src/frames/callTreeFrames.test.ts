import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import fc from 'fast-check';
import type { DecodeError } from '../base/decodeError';
import { epochMs } from '../base/units';
import { PANEL_ID } from '../pluginIds';
import type { CallTree } from '../profile/callTree';
import { createCallTreeBuilder } from '../profile/callTreeBuilder';
import { diffTrees } from '../profile/diffTrees';
import { expectWellFormed } from '../profile/testing/expectWellFormed';
import { anyTree, deepTree } from '../profile/testing/stacks';
import { callTreeToText, picture, textProfile } from '../profile/textProfile';
import { callTreeToFrame, callTreeToFrameInTurns } from './callTreeToFrame';
import { pyrolensMeta, type ProfileFrameMeta } from './frameMeta';
import { frameToCallTree, isProfileFrame } from './frameToCallTree';

const meta: ProfileFrameMeta = {
  version: 1,
  kind: 'profile',
  title: 'CPU time of checkout',
  question: {
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{service_name="checkout"}',
    from: epochMs(0),
    to: epochMs(60_000),
  },
};
const frameOf = (tree: CallTree, unit?: string) => callTreeToFrame(tree, { refId: 'A', name: 'CPU', unit, meta });
const valuesOf = (frame: DataFrame, name: string): unknown => frame.fields.find((field) => field.name === name)?.values;

/** The same frame from elsewhere: rows that do not know the tree that they were made of. */
const copyOf = (frame: DataFrame): DataFrame => ({
  ...frame,
  fields: frame.fields.map((field) => ({ ...field, values: field.values.slice() })),
});

/** A frame as another data source might send it. */
const foreign = (columns: Record<string, { type: FieldType; values: ArrayLike<unknown>; text?: string[] }>) =>
  ({
    length: Object.values(columns)[0].values.length,
    fields: Object.entries(columns).map(([name, { type, values, text }]) => ({
      name,
      type,
      values,
      config: text === undefined ? {} : { type: { enum: { text } } },
    })),
  }) as DataFrame;
const number = (...values: (number | null)[]) => ({ type: FieldType.number, values });
const text = (...values: (string | null)[]) => ({ type: FieldType.string, values });

describe('out', () => {
  test('a row is a node, and each name is stored once', () => {
    const frame = frameOf(textProfile('main 10\n  parse 4\n    main 1\nidle 2'));
    expect(valuesOf(frame, 'level')).toEqual([0, 1, 2, 3, 1]);
    expect(valuesOf(frame, 'value')).toEqual([12, 10, 4, 1, 2]);
    expect(valuesOf(frame, 'self')).toEqual([0, 6, 3, 1, 2]);
    expect(valuesOf(frame, 'label')).toEqual([0, 1, 2, 1, 3]);
    const label = frame.fields.find(({ name }) => name === 'label');
    expect(label?.type).toBe(FieldType.enum);
    expect(label?.config.type?.enum?.text).toEqual(['total', 'main', 'parse', 'idle']);
    expect([frame.refId, frame.name, frame.length]).toEqual(['A', 'CPU', 5]);
  });

  test('a large tree gives the page a turn between two fields, and is the same frame', async () => {
    const tree = deepTree(200_001);
    const options = { refId: 'A', name: 'CPU', meta };
    let turns = 0;
    const timer = setInterval(() => turns++);
    const frame = await callTreeToFrameInTurns(tree, options, new AbortController().signal);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    // Not by toEqual, which takes minutes over as many values.
    expect(JSON.stringify(frame)).toBe(JSON.stringify(callTreeToFrame(tree, options)));
  });

  test('a large tree that nobody waits for is given up', async () => {
    const controller = new AbortController();
    const frame = callTreeToFrameInTurns(deepTree(200_001), { refId: 'A', name: 'CPU', meta }, controller.signal);
    controller.abort();
    await expect(frame).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('it says which unit it has, that it is a flame graph, and that our panel draws it', () => {
    const frame = frameOf(textProfile('main 10', 'bytes'));
    expect(frame.fields.map(({ name, config }) => [name, config.unit])).toEqual([
      ['level', undefined],
      ['value', 'bytes'],
      ['self', 'bytes'],
      ['label', undefined],
    ]);
    expect(frameOf(textProfile('main 10', 'bytes'), 'decbytes').fields[1].config.unit).toBe('decbytes');
    expect(frame.meta).toMatchObject({
      preferredVisualisationType: 'flamegraph',
      preferredVisualisationPluginId: PANEL_ID,
    });
    expect(pyrolensMeta(frame)).toEqual(meta);
  });

  test('a comparison has the fields of the right side', () => {
    const frame = frameOf(textProfile('main 10 -> 7\n  new 0 -> 3'));
    expect(valuesOf(frame, 'valueRight')).toEqual([7, 7, 3]);
    expect(valuesOf(frame, 'selfRight')).toEqual([0, 4, 3]);
  });

  test('it can become JSON and back, as in a snapshot of a dashboard', () => {
    const tree = textProfile('main 10\n  other 4 cut');
    const copy = toDataFrame(JSON.parse(JSON.stringify(frameOf(tree))));
    expect(callTreeToText(frameToCallTree(copy))).toBe(callTreeToText(tree));
  });
});

describe('in', () => {
  test('labels may be texts, values typed arrays', () => {
    const frame = foreign({
      label: text('all', 'main', 'parse'),
      level: { type: FieldType.number, values: Uint8Array.of(0, 1, 2) },
      value: { type: FieldType.number, values: Float64Array.of(10, 8, 3) },
      self: { type: FieldType.number, values: Float64Array.of(2, 5, 3) },
    });
    expect(isProfileFrame(frame)).toBe(true);
    const tree = frameToCallTree(frame);
    expectWellFormed(tree);
    expect(callTreeToText(tree)).toBe(picture('(root) 10\nmain 8\n  parse 3'));
    expect(tree.functions.names[tree.func[0]]).toBe('all');
  });

  test('without self values, self is what children leave', () => {
    const frame = foreign({ label: text('all', 'a', 'b'), level: number(0, 1, 2), value: number(10, 10, 3) });
    expect(isProfileFrame(frame)).toBe(true);
    expect(Array.from(frameToCallTree(frame).self)).toEqual([0, 7, 3]);
  });

  test('several rows at level 0 get a total above them', () => {
    const tree = frameToCallTree(
      foreign({ label: text('a', 'b', 'a'), level: number(0, 1, 0), value: number(5, 2, 3), self: number(3, 2, 3) })
    );
    expectWellFormed(tree);
    expect(callTreeToText(tree)).toBe(picture('a 5\n  b 2\na 3'));
    expect([tree.functions.names[tree.func[0]], tree.total[0]]).toEqual(['total', 8]);
  });

  test('a root of its own is not the function of that name below it', () => {
    const tree = frameToCallTree(foreign({ label: text('main', 'main'), level: number(0, 1), value: number(5, 2) }));
    expectWellFormed(tree);
    expect(callTreeToText(tree)).toBe(picture('(root) 5\nmain 2'));
  });

  test('a row with less than it holds is raised, so that no box sticks out', () => {
    const tree = frameToCallTree(
      foreign({ label: text('r', 'a', 'b'), level: number(0, 1, 2), value: number(1, 0, 4), self: number(0, 2, 4) })
    );
    expectWellFormed(tree);
    expect(Array.from(tree.total)).toEqual([6, 6, 4]);
  });

  test('missing values are 0 and missing names are empty', () => {
    const tree = frameToCallTree(
      foreign({ label: text('r', null), level: number(0, 1), value: number(5, null), self: number(null, null) })
    );
    expect(callTreeToText(tree)).toBe('(root) 5\n"" 0');
  });

  test('negative values, which a difference has, are kept', () => {
    const tree = frameToCallTree(
      foreign({ label: text('a', 'b'), level: number(0, 0), value: number(-5, 2), self: number(-5, 2) })
    );
    expect([Array.from(tree.total), Array.from(tree.self)]).toEqual([
      [-3, -5, 2],
      [0, -5, 2],
    ]);
  });

  test('units of Grafana are understood', () => {
    const unitOf = (unit?: string) => frameToCallTree(frameOf(textProfile('a 1', 'unknown'), unit)).unit;
    expect([unitOf('ns'), unitOf('bytes'), unitOf('short'), unitOf('velocityms')]).toEqual([
      'nanoseconds',
      'bytes',
      'count',
      'unknown',
    ]);
  });

  test('an empty frame is an empty profile', () => {
    const tree = frameToCallTree(foreign({ label: text(), level: number(), value: number() }));
    expectWellFormed(tree);
    expect(tree.length).toBe(1);
  });

  test.each([
    ['the first level is not 0', { label: text('a'), level: number(1), value: number(1) }, 0],
    ['a level is left out', { label: text('a', 'b', 'c'), level: number(0, 1, 3), value: number(1, 1, 1) }, 2],
    ['a level is negative', { label: text('a', 'b'), level: number(0, -1), value: number(1, 1) }, 1],
    ['a level is a fraction', { label: text('a', 'b'), level: number(0, 0.5), value: number(1, 1) }, 1],
    ['a level is missing', { label: text('a', 'b'), level: number(0, null), value: number(1, 1) }, 1],
    ['values overflow', { label: text('a', 'b', 'c'), level: number(0, 1, 1), value: number(1, 1e308, 1e308) }, 0],
    [
      'differences overflow',
      { label: text('a', 'b', 'c'), level: number(0, 1, 1), value: number(1, -1e308, -1e308) },
      2,
    ],
    ['a value is not a number', { label: text('a', 'b'), level: number(0, 1), value: number(1, NaN) }, 1],
    ['there is no value', { label: text('a'), level: number(0) }, 0],
    ['levels are names', { label: text('a'), level: text('info'), value: number(1) }, 0],
    [
      'a label is none of the enum',
      { label: { type: FieldType.enum, values: [0, 2], text: ['a', 'b'] }, level: number(0, 1), value: number(1, 1) },
      1,
    ],
  ])('it is refused, with the row, if %s', (_, columns, row) => {
    const refusal = expect.objectContaining({ format: 'nested set', offset: row }) as DecodeError;
    expect(() => frameToCallTree(foreign(columns))).toThrow(refusal);
  });

  test('a frame of logs is no profile', () => {
    expect(isProfileFrame(foreign({ level: text('info'), value: number(1), label: text('a') }))).toBe(false);
  });
});

describe('out and in', () => {
  test('every tree comes back as it was, node by node', () => {
    fc.assert(
      fc.property(anyTree, anyTree, (left, right) => {
        for (const tree of [left, diffTrees(left, right)]) {
          const again = frameToCallTree(copyOf(frameOf(tree)));
          expectWellFormed(again);
          expect(again.parent).toEqual(tree.parent);
          expect(again.total).toEqual(tree.total);
          expect(again.self).toEqual(tree.self);
          expect(callTreeToText(again)).toBe(callTreeToText(tree));
          expect(again.unit).toBe(tree.unit);
        }
      })
    );
  });

  test('cuts, files and lines come back', () => {
    const cut = textProfile('main 10\n  other 4 cut');
    expect(frameToCallTree(copyOf(frameOf(cut))).truncated).toEqual(cut.truncated);

    const builder = createCallTreeBuilder('count');
    const one = builder.functionId('(anonymous)', { file: 'one.js', startLine: 3 });
    const two = builder.functionId('(anonymous)', { file: 'one.js', startLine: 7 });
    builder.addStackOfIds([one, two, builder.functionId('native')], 1);
    const tree = builder.build();
    const frame = frameOf(tree);
    expect(isProfileFrame(frame)).toBe(true);
    const again = frameToCallTree(copyOf(frame));
    expect(again.func).toEqual(tree.func);
    expect(again.functions).toEqual(tree.functions);
  });

  test('10,000 levels are no trouble', () => {
    const tree = deepTree(10_000);
    expect(frameToCallTree(copyOf(frameOf(tree))).parent).toEqual(tree.parent);
  });

  test('on the same page the tree itself comes back, as long as nothing has changed its rows', () => {
    const tree = textProfile('main 10\n  parse 4');
    const frame = frameOf(tree);
    expect(frameToCallTree(frame)).toBe(tree);
    // Grafana makes new frames and fields around the same rows.
    const wrapped = { ...frame, fields: frame.fields.map((field) => ({ ...field, state: {} })) };
    expect(frameToCallTree(wrapped)).toBe(tree);
    const inBytes = { ...frame, fields: frame.fields.map((field) => ({ ...field, config: { ...field.config } })) };
    inBytes.fields[1].config.unit = 'bytes';
    expect(frameToCallTree(inBytes).unit).toBe('bytes');

    const halved = frame.fields.map((field) =>
      field.name === 'self' || field.name === 'value'
        ? { ...field, values: field.values.map((value: number) => value / 2) }
        : field
    );
    expect(frameToCallTree({ ...frame, fields: halved }).total[0]).toBe(5);
    expect(JSON.stringify(frame)).toBe(JSON.stringify(copyOf(frame)));
    expect(structuredClone(frame)).toEqual(copyOf(frame));
  });
});

test('each column of numbers says what its least and greatest value are', () => {
  const { fields } = frameOf(textProfile('main 10\n  parse 4\n    main 1\nidle 2'));
  const numbers = fields.filter(({ type }) => type === FieldType.number);
  expect(numbers.map(({ name, config: { min, max } }) => [name, min, max])).toEqual([
    ['level', 0, 3],
    ['value', 1, 12],
    ['self', 0, 6],
  ]);
});
