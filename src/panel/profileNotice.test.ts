import { diffTrees } from '../profile/diffTrees';
import { textProfile } from '../profile/textProfile';
import { profileNotice } from './profileNotice';

const tree = textProfile('main 5');
const nothing = textProfile('');

test('snapshots that were averaged are counted', () => {
  expect(profileNotice({ tree, averagedOver: 12 })).toBe('Average of 12 snapshots.');
  expect(profileNotice({ tree, averagedOver: 1 })).toBe('One snapshot.');
});

test('a profile that is just what it seems has no notice', () => {
  expect(profileNotice({ tree })).toBeUndefined();
  expect(profileNotice({ tree: diffTrees(tree, tree) })).toBeUndefined();
});

test('a comparison with nothing says why everything is new, or gone', () => {
  expect(profileNotice({ tree: diffTrees(nothing, tree) })).toMatch(/baseline holds no profiles.* new/);
  expect(profileNotice({ tree: diffTrees(tree, nothing) })).toMatch(/gone/);
});
