import { textProfile } from '../../profile/textProfile';
import { oncePerTree } from './oncePerTree';

test('what was made of a tree is there again when the tree is, and of no other', () => {
  const make = jest.fn((tree: { length: number }) => ({ nodes: tree.length }));
  const of = oncePerTree(make);
  const first = textProfile('main 1');
  const second = textProfile('main 1\n  parse 1');
  expect(of(first)).toEqual({ nodes: 2 });
  expect(of(second)).toEqual({ nodes: 3 });
  expect(of(first)).toBe(of(first));
  expect(make).toHaveBeenCalledTimes(2);
});
