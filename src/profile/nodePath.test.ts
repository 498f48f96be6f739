import fc from 'fast-check';
import { ancestry, isSamePath, nearestByPath, nodeByPath, pathOf } from './nodePath';
import { anyTree, deepTree, namesOf } from './testing/stacks';
import { textProfile } from './textProfile';

const tree = textProfile(`
  main    10
    parse  4
    main   3
      parse 1
  parse    2`);

test('a node is found again by its stack in another answer', () => {
  expect(pathOf(tree, 4)).toEqual(['main', 'main', 'parse']);
  const later = textProfile('idle 1\nmain 5\n  main 5\n    parse 5');
  expect(nodeByPath(later, ['main', 'main', 'parse'])).toBe(4);
});

test('the root has the empty path', () => {
  expect(pathOf(tree, 0)).toEqual([]);
  expect(nodeByPath(tree, [])).toBe(0);
});

test('a stack that is not there is not found, however far it goes', () => {
  expect(nodeByPath(tree, ['main', 'parse', 'read'])).toBeUndefined();
  expect(nodeByPath(tree, ['total'])).toBeUndefined();
});

test('of siblings that share a name, the one that goes on is found', () => {
  expect(nodeByPath(textProfile('a 1\n  b 1\na 1\n  c 1'), ['a', 'c'])).toBe(4);
});

test('where a profile lacks the rest of a path, the last node that it has of it stands in', () => {
  expect(nearestByPath(tree, ['main', 'main', 'parse'])).toEqual({ node: 4, depth: 3 });
  expect(nearestByPath(tree, ['main', 'main', 'paint', 'line'])).toEqual({ node: 3, depth: 2 });
  expect(nearestByPath(tree, ['elsewhere'])).toEqual({ node: 0, depth: 0 });
  expect(nearestByPath(textProfile('a 1\n  b 1\na 1\n  c 1'), ['a', 'c'])).toEqual({ node: 4, depth: 2 });
});

test('the ancestry of a node ends with itself, and the root has none', () => {
  expect(ancestry(tree, 4)).toEqual([1, 3, 4]);
  expect(ancestry(tree, 0)).toEqual([]);
});

test('places of two trees are the same if all names above them are', () => {
  const later = textProfile('idle 1\nmain 5\n  main 5\n    parse 5');
  expect(isSamePath(tree, 4, later, 4)).toBe(true);
  expect(isSamePath(tree, 2, later, 4)).toBe(false);
  expect(isSamePath(tree, 5, later, 4)).toBe(false);
  expect(isSamePath(tree, 0, later, 0)).toBe(true);
  expect(isSamePath(tree, 0, later, 1)).toBe(false);
});

test('every node has its path, and a path leads to the first node that has it', () => {
  fc.assert(
    fc.property(anyTree, (any) => {
      for (let node = 0; node < any.length; node++) {
        const path = pathOf(any, node);
        expect(path).toEqual(namesOf(any, node));
        expect(nodeByPath(any, path)).toBe(node);
      }
    })
  );
});

test('10,000 levels are no trouble', () => {
  const deep = deepTree(10_000);
  expect(nodeByPath(deep, pathOf(deep, 10_000))).toBe(10_000);
});
