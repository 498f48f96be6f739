import type { StackRule } from '../../profile/filters/stackFilter';
import { hasFilter, moved, removed, toggled, withFilter, withToggledRule } from './filterEdits';

const mine: StackRule = { kind: 'only-my-code' };
const go: StackRule = { kind: 'preset', preset: 'go' };
const fold: StackRule = { kind: 'collapse-recursion', scope: 'direct' };

test('a filter is added at the end, and only once', () => {
  const both = withFilter(withFilter(undefined, mine), go);
  expect(both).toEqual([{ rule: mine }, { rule: go }]);
  expect(withFilter(both, mine)).toEqual(both);
});

test('adding what is turned off turns it on', () => {
  expect(withFilter([{ rule: mine, off: true }], mine)).toEqual([{ rule: mine }]);
});

test('turning off and on again leaves what was there', () => {
  const off = toggled([{ rule: mine }, { rule: go }], 1);
  expect(off).toEqual([{ rule: mine }, { rule: go, off: true }]);
  expect(toggled(off, 1)).toEqual([{ rule: mine }, { rule: go }]);
});

test('without its last filter a state has none', () => {
  expect(removed([{ rule: mine }, { rule: go }], 0)).toEqual([{ rule: go }]);
  expect(removed([{ rule: go }], 0)).toBeUndefined();
});

test('a filter moves to where it is put, at most to the ends', () => {
  const all = [mine, go, fold].map((rule) => ({ rule }));
  const order = (filters: readonly { rule: StackRule }[]) => filters.map(({ rule }) => rule.kind);
  expect(order(moved(all, 0, 1))).toEqual(['preset', 'only-my-code', 'collapse-recursion']);
  expect(order(moved(all, 2, 0))).toEqual(['collapse-recursion', 'only-my-code', 'preset']);
  expect(order(moved(all, 0, -1))).toEqual(order(all));
  expect(order(moved(all, 2, 9))).toEqual(order(all));
});

test('a switch for a rule adds it, and takes it away', () => {
  const on = withToggledRule(undefined, mine);
  expect(hasFilter(on, mine)).toBe(true);
  expect(withToggledRule(on, mine)).toBeUndefined();
  expect(hasFilter([{ rule: mine, off: true }], mine)).toBe(false);
});
