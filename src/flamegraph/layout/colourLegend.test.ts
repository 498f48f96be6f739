import { textProfile } from '../../profile/textProfile';
import { boxColours, type ColourScheme } from './boxColours';
import { colourLegend } from './colourLegend';

const tree = textProfile(`
  net/http.(*conn).serve   60
    net/http.readRequest   20
      runtime.mallocgc     15
    malloc                 5
  runtime.gc               40`);

function legend(scheme: ColourScheme, limit = 10, of = tree) {
  return colourLegend(of, scheme, limit).map(({ label, self }) => `${label} ${self}`);
}

test('packages are listed by what was spent in them, largest first', () => {
  expect(legend('package')).toEqual(['runtime 55', 'net/http 40', 'malloc 5']);
  expect(legend('package', 1)).toEqual(['runtime 55']);
});

test('an entry has the colour of its boxes, its share, and what a filter needs to be about it', () => {
  const colourOf = boxColours(tree, 'package');
  const [runtime, http, malloc] = colourLegend(tree, 'package', 3);
  expect(runtime).toEqual({
    label: 'runtime',
    colour: colourOf(3),
    self: 55,
    share: 0.55,
    match: { by: 'package', value: 'runtime' },
  });
  expect(http.colour).toBe(colourOf(1));
  // Without a package a function stands for itself.
  expect(malloc.match).toEqual({ by: 'function', value: 'malloc' });
});

test('by function each has its own entry', () => {
  expect(legend('function').slice(0, 3)).toEqual(['runtime.gc 40', 'net/http.(*conn).serve 35', 'runtime.mallocgc 15']);
});

test('by file, functions without one are told as such and cannot be filtered by it', () => {
  const functions = {
    ...tree.functions,
    files: ['a.go'],
    file: Int32Array.from(tree.functions.names, (_, at) => (at === 1 ? 0 : -1)),
  };
  const entries = colourLegend({ ...tree, functions }, 'file', 10);
  expect(entries.map(({ label, self, match }) => [label, self, match])).toEqual([
    ['file unknown', 65, undefined],
    ['a.go', 35, { by: 'file', value: 'a.go' }],
  ]);
});

test('by label, all below one of its values counts for it and has its colour', () => {
  const grouped = textProfile(`
    eu          60
      main      60
        work    50
    us          40
      main      40`);
  const colourOf = boxColours(grouped, 'label');
  expect(legend('label', 10, grouped)).toEqual(['eu 60', 'us 40']);
  expect([1, 2, 3].map(colourOf)).toEqual(Array(3).fill(colourOf(1)));
  expect([4, 5].map(colourOf)).toEqual(Array(2).fill(colourOf(4)));
  expect(colourOf(4)).not.toBe(colourOf(1));
});

test('no two of many label values share a colour while there are enough', () => {
  const names = Array.from({ length: 36 }, (_, at) => `pod-${at}`);
  const pods = textProfile(names.map((name) => `${name} 1`).join('\n'));
  const colourOf = boxColours(pods, 'label');
  expect(new Set(names.map((_, at) => colourOf(at + 1))).size).toBe(36);
});

test('scales are in their own order, and every spent value is somewhere on them', () => {
  expect(legend('value')).toEqual([
    'from 30% 75',
    'from 10% 15',
    'from 3% 10',
    'from 1% 0',
    'from 0.3% 0',
    'from 0.1% 0',
    'below 0.1% 0',
  ]);
  const compared = textProfile(`
    same   40 -> 40
    gone   10 -> 0
    more   10 -> 15
    much   10 -> 40
    less   20 -> 15
    little 10 -> 2
    fresh   0 -> 8`);
  expect(colourLegend(compared, 'diff', 10, 'value').map(({ label, self }) => `${label} ${self}`)).toEqual([
    'new 8',
    'more than doubled 50',
    'up to doubled 25',
    'unchanged 80',
    'down to half 35',
    'less than half 12',
    'gone 10',
  ]);
});
