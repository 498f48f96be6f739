import fc from 'fast-check';
import { diffTrees } from './diffTrees';
import { expectWellFormed } from './testing/expectWellFormed';
import { anyTree } from './testing/stacks';
import { callTreeToText, picture, textProfile } from './textProfile';

test('a picture is read as nodes with totals, and what children leave is self', () => {
  const tree = textProfile(
    `
      main      10
        parse    4
          read   4
        render   5
      idle       2`,
    'bytes'
  );
  expectWellFormed(tree);
  expect(Array.from(tree.total)).toEqual([12, 10, 4, 4, 5, 2]);
  expect(Array.from(tree.self)).toEqual([0, 1, 0, 4, 5, 2]);
  expect(Array.from(tree.parent)).toEqual([-1, 0, 1, 2, 1, 0]);
  expect(Array.from(tree.subtreeEnd)).toEqual([6, 5, 4, 4, 5, 6]);
  expect(tree.unit).toBe('bytes');
});

test('names with spaces and numbers, cuts, and both sides of a comparison are read and drawn', () => {
  const text = picture(`
    std::vector<int, 3> f(long long)  10 -> 1
      operator->   4 -> 0.5
        other      1 -> 0   cut
    new            0 -> 7.25`);
  const tree = textProfile(text);
  expect(text.split('\n')[0]).toBe('std::vector<int, 3> f(long long) 10 -> 1');
  expect(Array.from(tree.truncated!)).toEqual([3]);
  expect(Array.from(tree.right!.total)).toEqual([8.25, 1, 0.5, 0, 7.25]);
  expect(callTreeToText(tree)).toBe(text);
});

test('a line without a number is refused with its text', () => {
  expect(() => textProfile('main')).toThrow('"main"');
});

test('a picture in which a node has less than its children is refused', () => {
  expect(() => textProfile('main 10\n  parse 11')).toThrow('has 10, but its children 11');
});

test('every tree can be drawn and read again', () => {
  fc.assert(
    fc.property(anyTree, anyTree, (left, right) => {
      for (const tree of [left, diffTrees(left, right)]) {
        const again = textProfile(callTreeToText(tree));
        expect(callTreeToText(again)).toBe(callTreeToText(tree));
        expect(again.total).toEqual(tree.total);
        expect(again.self).toEqual(tree.self);
        expect(again.parent).toEqual(tree.parent);
      }
    })
  );
});
