import { textProfile } from '../profile/textProfile';
import { profileNotice } from './profileNotice';

const tree = textProfile(`
  main    10
    parse  4`);

test('snapshots that were averaged are counted', () => {
  expect(profileNotice({ tree, averagedOver: 12 })).toBe('Average of 12 snapshots.');
  expect(profileNotice({ tree, averagedOver: 1 })).toBe('One snapshot.');
});

test('boxes that stand for what the backend merged are counted', () => {
  expect(profileNotice({ tree: { ...tree, truncated: Uint32Array.of(1, 2) } })).toBe(
    '2 boxes stand for functions that the backend merged.'
  );
  expect(profileNotice({ tree: { ...tree, truncated: Uint32Array.of(2) }, averagedOver: 3 })).toBe(
    'Average of 3 snapshots. One box stands for functions that the backend merged.'
  );
});

test('a profile that is just what it seems has no notice', () => {
  expect(profileNotice({ tree })).toBeUndefined();
  expect(profileNotice({ tree: { ...tree, truncated: new Uint32Array() } })).toBeUndefined();
});
