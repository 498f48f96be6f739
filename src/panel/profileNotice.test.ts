import { profileNotice } from './profileNotice';

test('snapshots that were averaged are counted', () => {
  expect(profileNotice({ averagedOver: 12 })).toBe('Average of 12 snapshots.');
  expect(profileNotice({ averagedOver: 1 })).toBe('One snapshot.');
});

test('a profile that is just what it seems has no notice', () => {
  expect(profileNotice({})).toBeUndefined();
});
