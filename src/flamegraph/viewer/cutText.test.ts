import { textProfile } from '../../profile/textProfile';
import { cutText } from './cutText';

const tree = textProfile(`
  main      90
    parse   40
    other   20
  other     10`);

test('says how much is merged, and into how many boxes', () => {
  expect(cutText({ ...tree, truncated: Uint32Array.of(3, 4) })).toBe('2 largest nodes; 30% merged into 2 boxes');
  expect(cutText({ ...tree, truncated: Uint32Array.of(4) })).toBe('3 largest nodes; 10% merged into 1 box');
});

test('says nothing of what is whole', () => {
  expect(cutText(tree)).toBeUndefined();
  expect(cutText({ ...tree, truncated: new Uint32Array() })).toBeUndefined();
});

test('says that all is exact where it was not at first: the line stays, and the picture where it is', () => {
  expect(cutText(tree, { ...tree, truncated: Uint32Array.of(4) })).toBe('4 nodes, nothing is merged');
});

test('of a comparison the side that is cut more counts', () => {
  const diff = textProfile(`
    main   90 -> 50
    other  10 -> 50`);
  expect(cutText({ ...diff, truncated: Uint32Array.of(2) })).toBe('1 largest node; 50% merged into 1 box');
});
