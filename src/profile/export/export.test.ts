import fc from 'fast-check';
import { createCallTreeBuilder } from '../callTreeBuilder';
import { callTreeOfPprof } from '../pprof/callTreeOfPprof';
import { decodePprof } from '../pprof/decodePprof';
import { encodePprof } from '../pprof/encodePprof';
import { anyStacks, deepTree, treeOfStacks } from '../testing/stacks';
import { callTreeToText, picture, textProfile } from '../textProfile';
import { collapsedStacks } from './collapsedStacks';
import { pprofOfTree } from './pprofOfTree';
import { speedscopeFile } from './speedscopeFile';
import { topTableCsv } from './topTableCsv';
import { topTableMarkdown } from './topTableMarkdown';

const notes = { sampleType: 'cpu', from: 1_763_733_600_000, duration: 600_000 };
const anyFilledTree = anyStacks(fc.integer({ min: 1, max: 1_000_000 })).map(treeOfStacks);

const tree = textProfile(`
  main       10
    parse     4
      read    4
    render    5
  gc          2`);

/** Functions of the same name in two files. */
function treeWithPlaces() {
  const builder = createCallTreeBuilder('bytes');
  const a = builder.functionId('run', { file: 'a.go', startLine: 12 });
  const b = builder.functionId('run', { file: 'b.go', startLine: 0 });
  const c = builder.functionId('free');
  builder.addStackOfIds([a, b], 3);
  builder.addStackOfIds([c], 1);
  return builder.build();
}

describe('pprof', () => {
  const reread = (of: Parameters<typeof pprofOfTree>[0]) => decodePprof(encodePprof(pprofOfTree(of, notes)));

  test('read again, it is the same tree', () => {
    fc.assert(
      fc.property(anyFilledTree, (any) => {
        const again = callTreeOfPprof(reread(any), 0);
        expect(callTreeToText(again)).toBe(callTreeToText(any));
        expect(again.unit).toBe(any.unit);
      })
    );
  });

  test('functions of one name in different files stay apart, with their places', () => {
    const again = callTreeOfPprof(reread(treeWithPlaces()), 0);
    const { names, file, files, startLine } = again.functions;
    expect(names.map((name, func) => [name, files?.[file![func]], startLine?.[func]]).slice(1)).toEqual(
      expect.arrayContaining([
        ['run', 'a.go', 12],
        ['run', 'b.go', 0],
        ['free', undefined, 0],
      ])
    );
    expect(callTreeToText(again)).toBe(picture('free 1\nrun 3\n  run 3'));
  });

  test('says what was counted, when, and for how long', () => {
    const { sampleTypes, timeNanos, durationNanos } = reread(tree);
    expect(sampleTypes).toEqual([{ type: 'cpu', unit: 'nanoseconds' }]);
    expect(timeNanos).toBe(1_763_733_600_000_000_000n);
    expect(durationNanos).toBe(600e9);
  });

  test('fractions are rounded', () => {
    const averaged = textProfile('half 0.5\nless 0.2\nmore 2.6', 'count');
    expect(callTreeToText(callTreeOfPprof(reread(averaged), 0))).toBe(picture('half 1\nmore 3'));
  });
});

describe('collapsed stacks', () => {
  /** Reads them as their viewers do. */
  const read = (text: string) =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const gap = line.lastIndexOf(' ');
        return { names: line.slice(0, gap).split(';'), value: Number(line.slice(gap + 1)) };
      });

  test('are a line for each stack that has a value of its own', () => {
    expect(collapsedStacks(tree)).toBe('main 1\nmain;parse;read 4\nmain;render 5\ngc 2\n');
  });

  test('read again, have each stack with its value, whatever is in the names', () => {
    fc.assert(
      fc.property(anyStacks(fc.integer({ min: 1, max: 1_000_000 })), (stacks) => {
        const written = (name: string) => name.replace(/\p{Cc}+/gu, ' ').trim() || '(unnamed)';
        const plain = stacks.map(({ names, value }) => ({
          names: names.length === 0 ? ['total'] : names.map(written),
          value,
        }));
        const again = treeOfStacks(read(collapsedStacks(treeOfStacks(stacks))));
        expect(callTreeToText(again)).toBe(callTreeToText(treeOfStacks(plain)));
      })
    );
  });

  test('a name cannot break out of its frame or its line', () => {
    const text = collapsedStacks(treeOfStacks([{ names: ['a;b', 'c\r\nd 7', 'e\u2028f'], value: 3 }]));
    expect(text).toBe('a:b;c d 7;e f 3\n');
  });

  test('values have no exponents', () => {
    expect(collapsedStacks(textProfile('a 0.0000001\nb 0.000002\nc 1.5'))).toBe('b 0.000002\nc 1.5\n');
  });

  test('a stack may be deeper than calls can nest', () => {
    expect(read(collapsedStacks(deepTree(20_000)))[0].names).toHaveLength(20_000);
  });
});

describe('speedscope', () => {
  test('is one sampled profile, its frames shared', () => {
    const file = speedscopeFile(tree, 'CPU of checkout');
    expect(file.name).toBe('CPU of checkout');
    const names = file.shared.frames.map(({ name }) => name);
    const [profile] = file.profiles;
    expect(profile).toMatchObject({ type: 'sampled', unit: 'nanoseconds', startValue: 0, endValue: 12 });
    expect(profile.samples.map((stack) => stack.map((frame) => names[frame]).join(' > '))).toEqual([
      'main',
      'main > parse > read',
      'main > render',
      'gc',
    ]);
    expect(profile.weights).toEqual([1, 4, 5, 2]);
  });

  test('frames have files and lines where they are known', () => {
    expect(speedscopeFile(treeWithPlaces(), '').shared.frames).toEqual([
      { name: 'run', file: 'a.go', line: 12 },
      { name: 'run', file: 'b.go' },
      { name: 'free' },
    ]);
  });

  test('all samples together are the whole profile, and know only frames that there are', () => {
    fc.assert(
      fc.property(anyFilledTree, (any) => {
        const { shared, profiles } = speedscopeFile(any, '');
        expect(profiles[0].weights.reduce((sum, weight) => sum + weight, 0)).toBe(any.total[0]);
        expect(profiles[0].samples.flat().every((frame) => shared.frames[frame] !== undefined)).toBe(true);
      })
    );
  });
});

describe('the table', () => {
  test('as CSV, the largest self value first, a function that recurs counted once', () => {
    const recursive = textProfile(`
      main      10
        walk     8
          walk   6
      gc         0`);
    expect(topTableCsv(recursive).split('\r\n')).toEqual([
      'Function,File,Self (nanoseconds),Self %,Total (nanoseconds),Total %',
      'walk,,8,80.00,8,80.00',
      'main,,2,20.00,10,100.00',
      'gc,,0,0.00,0,0.00',
      '',
    ]);
  });

  test('as CSV, no name is a formula or leaves its cell', () => {
    const names = ['=cmd()', '+1', '-x', '@y', 'a,"b"', 'c\nd', '<init>'];
    const text = topTableCsv(treeOfStacks(names.map((name, at) => ({ names: [name], value: 10 - at }))));
    const cells = text.split('\r\n').map((line) => line.slice(0, line.indexOf(',,')));
    expect(cells.slice(1, -1)).toEqual(["'=cmd()", "'+1", "'-x", "'@y", '"a,""b"""', '"c\nd"', '<init>']);
  });

  test('as Markdown, cut at a limit which it tells', () => {
    expect(topTableMarkdown(tree, 2, (value) => `${value} ns`)).toBe(
      [
        '| Function | Self | Self % | Total | Total % |',
        '| --- | ---: | ---: | ---: | ---: |',
        '| render | 5 ns | 41.67% | 5 ns | 41.67% |',
        '| read | 4 ns | 33.33% | 4 ns | 33.33% |',
        '',
        'The largest 2 of 5 functions.',
        '',
      ].join('\n')
    );
  });

  test('as Markdown, a name is shown as it is', () => {
    const text = topTableMarkdown(treeOfStacks([{ names: ['Map<K|V>.__get*\n`x`\\'], value: 1 }]), 9, String);
    expect(text.split('\n')[2]).toBe('| Map\\<K\\|V\\>.\\_\\_get\\* \\`x\\`\\\\ | 1 | 100.00% | 1 | 100.00% |');
  });
});
