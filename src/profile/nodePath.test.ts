import fc from 'fast-check';
import { nodeByPath, pathOf } from './nodePath';
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
