import { textProfile } from '../../profile/textProfile';
import { nodeRect } from './nodeRect';
import { layoutTree } from './treeLayout';
import { partOf, viewportOf } from './viewport';
import { viewportBetween } from './viewportBetween';

const tree = textProfile(`
  main        80
    parse     30
      read    30
    render    50
      paint   10
  gc          20`);
const layout = layoutTree(tree);
const [MAIN, PARSE, RENDER] = [1, 2, 4];
const whole = viewportOf(layout, 0, 1000);
const render = viewportOf(layout, RENDER, 1000);

test('it begins where it was and ends where it is to be', () => {
  const start = viewportBetween(layout, whole, render, 0);
  expect([start.from, start.to]).toEqual([0, 100]);
  expect(viewportBetween(layout, whole, render, 1)).toBe(render);
});

test('the scale changes by equal factors, and no edge of the box overshoots', () => {
  const rects = [0, 0.25, 0.5, 0.75].map((part) => {
    const rect = nodeRect(layout, viewportBetween(layout, whole, render, part), RENDER)!;
    return [rect.x, rect.x + rect.width];
  });
  const widths = rects.map(([left, right]) => right - left);
  expect(widths[1] / widths[0]).toBeCloseTo(widths[2] / widths[1], 9);
  for (let at = 1; at < rects.length; at++) {
    expect(rects[at][0]).toBeLessThan(rects[at - 1][0]);
    expect(rects[at][1]).toBeGreaterThan(rects[at - 1][1]);
  }
});

test('from one branch to another, all that both show is there on the way', () => {
  const parse = viewportOf(layout, PARSE, 1000);
  const between = viewportBetween(layout, parse, render, 0.5);
  expect([between.focus, between.focusLevel]).toEqual([MAIN, 1]);
  expect(nodeRect(layout, between, PARSE)).toBeDefined();
  expect(nodeRect(layout, between, RENDER)).toBeDefined();
});

test('where nothing has a width there is nothing to move', () => {
  const empty = layoutTree(textProfile('a 0'));
  const nothing = viewportOf(empty, 0, 1000);
  expect(viewportBetween(empty, nothing, nothing, 0.5)).toBe(nothing);
});

test('a box beside what is seen is not drawn anywhere', () => {
  const left = partOf(whole, { from: 0, to: 0.25 });
  expect(nodeRect(layout, left, RENDER)).toBeUndefined();
  expect(nodeRect(layout, left, PARSE)).toEqual({ x: 0, width: 1000, row: 2 });
});
