import fc from 'fast-check';
import { changeOf, changeScale, functionChange } from './diffChange';
import { diffTrees } from './diffTrees';
import { anyTree } from './testing/stacks';
import { textProfile } from './textProfile';
import { topTable } from './topTable';

const tree = textProfile(`
  main     100 -> 200
    same    40 -> 80
    grew    10 -> 60
    gone    50 -> 0
    new      0 -> 60`);

const of = (node: number, by: 'share' | 'value') => {
  const { kind, value, share, relative } = changeOf(tree, node, by);
  return [kind, value, share, relative];
};

test('by shares, what grew as the whole did is the same', () => {
  expect(of(1, 'share')).toEqual(['same', 100, 0, 0]);
  expect(of(2, 'share')).toEqual(['same', 40, 0, 0]);
  expect(of(3, 'share')).toEqual(['changed', 50, expect.closeTo(0.2), expect.closeTo(2)]);
});

test('by values, it is what it is', () => {
  expect(of(2, 'value')).toEqual(['changed', 40, 0, 1]);
  expect(of(3, 'value')).toEqual(['changed', 50, expect.closeTo(0.2), 5]);
});

test('what one side lacks is new or gone, and no part of nothing', () => {
  expect(of(4, 'share')).toEqual(['gone', -50, -0.5, -1]);
  expect(of(5, 'share')).toEqual(['new', 60, 0.3, undefined]);
  expect([changeOf(tree, 4, 'share').scale, changeOf(tree, 5, 'value').scale]).toEqual([-1, 1]);
});

test('doubling and halving are equally far from no change', () => {
  expect(changeScale(1, 2)).toBeCloseTo(1 / 3);
  expect(changeScale(2, 1)).toBeCloseTo(-1 / 3);
  expect(changeScale(0.1 + 0.2, 0.3)).toBe(0);
});

test('sides of other totals, or none, give no number without an end', () => {
  const empty = textProfile('a 5 -> 0\nb 0 -> 0');
  expect(changeOf(empty, 1, 'share')).toEqual({ kind: 'gone', value: -5, share: -1, relative: -1, scale: -1 });
  expect(changeOf(empty, 2, 'share')).toEqual({ kind: 'same', value: 0, share: 0, relative: 0, scale: 0 });
  expect(changeScale(Number.NaN, 5)).toBe(1);
  expect(changeOf(textProfile('a 5'), 1, 'value').kind).toBe('same');
});

test('functions have the change of their self value, or of their total', () => {
  const table = topTable(tree);
  const whole = { left: 100, right: 200 };
  expect(functionChange(table, 3, whole, 'total', 'share')).toEqual(changeOf(tree, 3, 'share'));
  const changes = (basis: 'self' | 'total') =>
    Array.from({ length: table.length }, (_, func) => functionChange(table, func, whole, basis, 'value').value);
  expect(changes('total')).toEqual([0, 100, 40, 50, -50, 60]);
  expect(changes('self')[1]).toBe(0);
});

test('every change is finite, the scale is within its ends, and agrees with the kind', () => {
  fc.assert(
    fc.property(anyTree, anyTree, fc.constantFrom('share', 'value'), (left, right, by) => {
      const diff = diffTrees(left, right);
      for (let node = 0; node < diff.length; node++) {
        const { kind, value, share, relative = 0, scale } = changeOf(diff, node, by);
        expect([value, share, relative, scale].every(Number.isFinite)).toBe(true);
        expect(value).toBe(diff.right!.total[node] - diff.total[node]);
        const kinds = { '1': 'new', '-1': 'gone', '0': 'same' } as Record<string, string>;
        expect(kind).toBe(kinds[String(scale)] ?? 'changed');
      }
    })
  );
});
