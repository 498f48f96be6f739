import { scaleTree } from './scaleTree';
import { callTreeToText, picture, textProfile } from './textProfile';

test('snapshots that were added up are averaged', () => {
  const tree = textProfile('main 12 -> 8\n  cache 9 -> 4');
  expect(callTreeToText(scaleTree(tree, 1 / 4))).toBe(picture('main 3 -> 2\n  cache 2.25 -> 1'));
  expect(tree.total[1]).toBe(12);
});

test('a factor that is no finite number, as a division by no snapshots gives, is refused', () => {
  expect(() => scaleTree(textProfile('main 1'), 1 / 0)).toThrow(RangeError);
});
