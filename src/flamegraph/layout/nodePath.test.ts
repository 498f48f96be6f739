import { pathOf } from '../../profile/nodePath';
import { textProfile } from '../../profile/textProfile';
import { ancestry, nearestByPath } from './nodePath';

const tree = textProfile(`
  main      12
    parse    4
      parse  3
    render   5
  gc         2
    main     1`);

test('a node is found again by the names above it', () => {
  for (let node = 0; node < tree.length; node++) {
    const path = pathOf(tree, node);
    expect(nearestByPath(tree, path)).toEqual({ node, depth: path.length });
  }
});

test('where a profile lacks the rest of a path, the last node that it has of it stands in', () => {
  expect(nearestByPath(tree, ['main', 'render', 'paint', 'line'])).toEqual({ node: 4, depth: 2 });
  expect(nearestByPath(tree, ['elsewhere'])).toEqual({ node: 0, depth: 0 });
});

test('of siblings with one name, the one that has the rest of the path', () => {
  const twins = textProfile(`
    main 3
      a  3
    main 5
      b  5`);
  expect(nearestByPath(twins, ['main', 'b'])).toEqual({ node: 4, depth: 2 });
});

test('the ancestry of a node ends with itself, and the root has none', () => {
  expect(ancestry(tree, 3)).toEqual([1, 2, 3]);
  expect(ancestry(tree, 0)).toEqual([]);
});
