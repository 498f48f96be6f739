import { textProfile } from '../../profile/textProfile';
import { boxColours, pictureColours, schemeOf } from './boxColours';
import { layoutTree } from './treeLayout';
import { DARK_PALETTE, type FlamePalette, GONE, LIGHT_PALETTE, NEUTRAL, NEW, SHADES, UNCHANGED } from './palette';

/** WCAG 2.1, relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.1, contrast ratio. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** The backgrounds of Grafana's panels. */
const themes: Array<[string, FlamePalette, string]> = [
  ['dark', DARK_PALETTE, '#181b1f'],
  ['light', LIGHT_PALETTE, '#ffffff'],
];

test.each(themes)('in the %s theme every label can be read', (_, palette) => {
  const pairs = [
    ...palette.fills.map((fill) => [fill, palette.text]),
    ...[...palette.marks.values()].map(({ colour }) => [colour, palette.text]),
    [palette.missFill, palette.missText],
    [palette.truncatedFill, palette.truncatedText],
    [palette.truncatedStripe, palette.truncatedText],
  ];
  for (const [fill, text] of pairs) {
    expect([fill, text, contrast(fill, text) >= 4.5]).toEqual([fill, text, true]);
  }
});

test.each(themes)('in the %s theme slivers can be seen on the panel, and hits among them stand out', (_, p, panel) => {
  expect(contrast(p.sliver, panel)).toBeGreaterThan(1.5);
  expect(contrast(p.narrowHit, panel)).toBeGreaterThan(3);
  expect(contrast(p.narrowHit, p.sliver)).toBeGreaterThan(1.5);
});

test('functions of a package share a colour in every profile, and packages of a family a hue', () => {
  const one = textProfile(`
    net/http.(*conn).serve   3
      net/http.readRequest   1
      net/textproto.Read     1`);
  const other = textProfile(`
    runtime.mallocgc         3
      net/textproto.Read     1`);
  const colour = boxColours(one, 'package');
  const hue = (index: number) => Math.floor((index - 1) / SHADES);
  expect(colour(0)).toBe(NEUTRAL);
  expect(colour(1)).toBe(colour(2));
  expect(hue(colour(3))).toBe(hue(colour(1)));
  expect(boxColours(other, 'package')(2)).toBe(colour(3));
});

test('by function, names have colours of their own', () => {
  const tree = textProfile(`
    net/http.a 3
    net/http.b 3
    net/http.c 3
    net/http.d 3`);
  const colour = boxColours(tree, 'function');
  expect(new Set([1, 2, 3, 4].map(colour)).size).toBeGreaterThan(2);
});

test.each([
  ['Go', ['main.a', 'runtime.a', 'net/http.a', 'encoding/json.a', 'crypto/sha256.a', 'sync.a']],
  ['Java', ['java/util/A.a', 'java/lang/A.a', 'java/io/A.a', 'sun/nio/ch/A.a', 'jdk/internal/A.a', 'libjvm.so.a']],
  ['Node.js', [':(idle):0', 'node:fs:a:1', './src/a.js:a:1', './dist/a.js:a:1', './node_modules/express/a.js:a:1']],
])('what most programs in %s share does not share a hue', (_, names) => {
  const colour = boxColours(textProfile(names.map((name) => `${name} 1`).join('\n')), 'package');
  const hues = names.map((__, at) => Math.floor((colour(at + 1) - 1) / SHADES));
  expect(new Set(hues).size).toBe(names.length);
});

const compared = textProfile(`
  twice    40 -> 80
  fourfold 10 -> 40
  still    40 -> 40
  gone      5 -> 0
  fresh     0 -> 30`);

test('a comparison is coloured by what changed, as fair to more as to less', () => {
  const colour = boxColours(compared, 'diff', 'value');
  const [twice, fourfold, still, gone, fresh] = [1, 2, 3, 4, 5].map(colour);
  expect([gone, fresh]).toEqual([GONE, NEW]);
  expect(still).toBe(UNCHANGED);
  expect(twice).toBeGreaterThan(UNCHANGED);
  expect(fourfold).toBeGreaterThan(twice);
  // The second side is twice as much in all, so by share what doubled is unchanged and what stood still is half.
  const byShare = boxColours(compared, 'diff');
  expect(byShare(1)).toBe(UNCHANGED);
  expect(byShare(3)).toBe(UNCHANGED - (twice - UNCHANGED));
});

test('boxes too narrow to draw show in sum how they changed', () => {
  const layout = layoutTree(compared);
  const { sliverColourOf } = pictureColours(layout, 'diff', 'value');
  const colour = boxColours(compared, 'diff', 'value');
  // Positions are in the order of the levels: the root, then its children, which are nodes 1 to 5.
  expect([1, 2, 3, 4, 5].map((at) => sliverColourOf?.(at, at))).toEqual([1, 2, 3, 4, 5].map(colour));
  expect(sliverColourOf?.(1, 5)).toBe(colour(0));
  expect(pictureColours(layout, 'package').sliverColourOf).toBeUndefined();
});

test('new and gone are told apart from much more and much less by more than their colour', () => {
  for (const [, palette] of themes) {
    expect(palette.marks.get(NEW)?.shape).toBe('dots');
    expect(palette.marks.get(GONE)?.shape).toBe('stripes');
  }
});

test('a comparison is drawn by its change unless asked otherwise, and nothing else is', () => {
  expect(schemeOf(compared)).toBe('diff');
  expect(schemeOf(compared, 'package')).toBe('package');
  expect(schemeOf(textProfile('a 1'))).toBe('package');
  expect(schemeOf(textProfile('a 1'), 'diff')).toBe('package');
});

test('by value, what spends more itself is further up the scale, whatever it calls', () => {
  const colour = boxColours(textProfile('caller 60\n  hot 50\nwarm 35\ncold 5'), 'value');
  const [caller, hot, warm, cold] = [1, 2, 3, 4].map(colour);
  expect(hot).toBe(warm);
  expect(hot).toBeGreaterThan(caller);
  expect(caller).toBeGreaterThan(cold);
});
