import { groupTrees } from '../../profile/groupTrees';
import { invertTree } from '../../profile/invertTree';
import { applyFilters } from '../../profile/filters/applyFilters';
import type { StackRule } from '../../profile/filters/stackFilter';
import { textProfile } from '../../profile/textProfile';
import type { FlameGraphState } from '../view/flameGraphState';
import { chosenState, drawnState, isStillSplit } from './drawnState';

const tree = groupTrees(
  [
    { name: 'eu', tree: textProfile('main 5\n  work 3') },
    { name: 'us', tree: textProfile('main 4') },
  ],
  'nanoseconds'
);
const seen = (rule: StackRule) => {
  const filtered = applyFilters(tree, [{ rule }], { isGrouped: true });
  return { filtered, shown: filtered.tree };
};

test('a split profile is split until it is read from the bottom up, or one place is all that is left', () => {
  const without = seen({ kind: 'without', match: { by: 'function', value: 'work' } });
  expect(isStillSplit(tree, without, {})).toBe(true);
  expect(isStillSplit(tree, { ...without, shown: invertTree(without.shown) }, { isInverted: true })).toBe(false);
  expect(isStillSplit(tree, seen({ kind: 'focus', path: ['eu', 'main'] }), {})).toBe(false);
});

test('colours of groups are not drawn where there are none, and not forgotten', () => {
  const state: FlameGraphState = { colours: 'label', isInverted: true };
  const drawn = drawnState(state, false);
  expect(drawn).toEqual({ isInverted: true });
  expect(chosenState({ ...drawn, search: 'a' }, drawn, state)).toEqual({ ...state, search: 'a' });
  expect(chosenState({ ...drawn, colours: 'value' }, drawn, state).colours).toBe('value');
  expect(drawnState(state, true)).toBe(state);
});
