import fc from 'fast-check';
import { createCallTreeBuilder } from '../callTreeBuilder';
import { callTreeOfPprof } from '../pprof/callTreeOfPprof';
import { decodePprof } from '../pprof/decodePprof';
import { encodePprof } from '../pprof/encodePprof';
import { anyStacks, deepTree, treeOfStacks } from '../testing/stacks';
import { callTreeToText, picture, textProfile } from '../textProfile';
import { diffTrees } from '../diffTrees';
import { applyFilters } from '../filters/applyFilters';
import { sideOfComparison } from '../sideOfComparison';
import { collapsedStacks } from './collapsedStacks';
import { comparisonCsv } from './comparisonCsv';
import { comparisonMarkdown } from './comparisonMarkdown';
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

/** `parse` went away, `cache` came. The second side is twice as large: what only grew with it has not changed in share. */
const comparison = textProfile(`
  main       100 -> 200
    parse     40 -> 0
      read    10 -> 0
    render    50 -> 100
    cache      0 -> 60
  other       20 -> 10  cut`);

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

  test('has the functions of its samples alone, after a filter as well', () => {
    const filters = [{ rule: { kind: 'without' as const, match: { by: 'function' as const, value: 'parse' } } }];
    const { strings, functions } = reread(applyFilters(tree, filters).tree);
    expect(functions.length).toBe(3);
    expect(strings).toEqual(expect.not.arrayContaining(['parse', 'read']));
    const { functions: rounded } = reread(textProfile('less 0.2\nmore 2.6'));
    expect(rounded.length).toBe(1);
  });

  test('of a comparison is a side of it', () => {
    fc.assert(
      fc.property(anyFilledTree, anyFilledTree, (left, right) => {
        const diff = diffTrees(left, right);
        for (const [side, whole] of [
          ['baseline', left],
          ['compared', right],
        ] as const) {
          expect(callTreeToText(callTreeOfPprof(reread(sideOfComparison(diff, side)), 0))).toBe(callTreeToText(whole));
        }
      })
    );
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

  test('of a comparison are lines with both numbers, as difffolded.pl writes them', () => {
    expect(collapsedStacks(comparison)).toBe(
      [
        'main 10 40',
        'main;parse 30 0',
        'main;parse;read 10 0',
        'main;render 50 100',
        'main;cache 0 60',
        'other 20 10',
        '',
      ].join('\n')
    );
    expect(collapsedStacks(textProfile('a -3 -> 2\nb 2 -> -3'))).toBe('a 0 2\nb 2 0\n');
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

  test('of a comparison is a profile for each side, with the frames of both', () => {
    const file = speedscopeFile(comparison, 'CPU');
    expect(file.profiles.map(({ name, endValue, weights }) => [name, endValue, weights])).toEqual([
      ['CPU, baseline', 120, [10, 30, 10, 50, 20]],
      ['CPU, compared', 210, [40, 100, 60, 10]],
    ]);
    const names = file.shared.frames.map(({ name }) => name);
    const innermost = file.profiles.map(({ samples }) => samples.map((stack) => names[stack[stack.length - 1]]));
    expect(innermost).toEqual([
      ['main', 'parse', 'read', 'render', 'other'],
      ['main', 'render', 'cache', 'other'],
    ]);
  });

  test('knows only frames that some sample has', () => {
    const filters = [{ rule: { kind: 'without' as const, match: { by: 'function' as const, value: 'parse' } } }];
    const { shared } = speedscopeFile(applyFilters(tree, filters).tree, '');
    expect(shared.frames.map(({ name }) => name)).toEqual(['main', 'render', 'gc']);
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

describe('the table of a comparison', () => {
  const format = (value: number) => `${value} ns`;

  test('as CSV: both sides with their shares, the change in values, in points, and relative', () => {
    const lines = comparisonCsv(comparison, 'share').split('\r\n');
    expect(lines[0]).toBe(
      'Function,File,Baseline self (nanoseconds),Baseline self %,Compared self (nanoseconds),Compared self %,' +
        'Change of self (nanoseconds),Change of self (percentage points),Change of self by share,' +
        'Baseline total (nanoseconds),Baseline total %,Compared total (nanoseconds),Compared total %,' +
        'Change of total (nanoseconds),Change of total (percentage points),Change of total by share'
    );
    expect(lines.slice(1)).toEqual([
      'cache,,0,0.00,60,28.57,60,28.57,new,0,0.00,60,28.57,60,28.57,new',
      'parse,,30,25.00,0,0.00,-30,-25.00,gone,40,33.33,0,0.00,-40,-33.33,gone',
      'main,,10,8.33,40,19.05,30,10.71,128.57%,100,83.33,200,95.24,100,11.90,14.29%',
      'read,,10,8.33,0,0.00,-10,-8.33,gone,10,8.33,0,0.00,-10,-8.33,gone',
      'render,,50,41.67,100,47.62,50,5.95,14.29%,50,41.67,100,47.62,50,5.95,14.29%',
      'other (cut by the backend),,20,16.67,10,4.76,-10,-11.90,-71.43%,20,16.67,10,4.76,-10,-11.90,-71.43%',
      '',
    ]);
  });

  test('by values, what changed most in values comes first, and is a part of the baseline’s value', () => {
    const lines = comparisonCsv(comparison, 'value').split('\r\n');
    expect(lines.slice(1, 4).map((line) => line.split(',')[0])).toEqual(['cache', 'render', 'main']);
    expect(lines[2]).toContain(',50,5.95,100.00%,');
  });

  test('as Markdown, cut at a limit which it tells', () => {
    const text = comparisonMarkdown(comparison, 2, 'share', format);
    expect(text.split('\n')).toEqual([
      '| Function | Baseline self | Compared self | Change of self | Relative | Baseline total | Compared total | Change of total | Relative |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| cache | 0 ns (0.00%) | 60 ns (28.57%) | +60 ns (+28.57 pp) | new | 0 ns (0.00%) | 60 ns (28.57%) | +60 ns (+28.57 pp) | new |',
      '| parse | 30 ns (25.00%) | 0 ns (0.00%) | -30 ns (-25.00 pp) | gone | 40 ns (33.33%) | 0 ns (0.00%) | -40 ns (-33.33 pp) | gone |',
      '',
      'Changes as a part of the baseline compare each side’s share of its whole; pp: percentage points. The 2 of 6 functions that changed most.',
      '',
    ]);
  });

  test('of sides without anything, or below nothing, has no number without an end', () => {
    for (const odd of ['a 0 -> 0', 'a 5 -> 0', 'a 0 -> 5', 'a -5 -> 5\nb 3 -> -1']) {
      for (const by of ['share', 'value'] as const) {
        const written = comparisonCsv(textProfile(odd), by) + comparisonMarkdown(textProfile(odd), 9, by, format);
        expect(written).not.toMatch(/NaN|Infinity/);
      }
    }
  });
});
