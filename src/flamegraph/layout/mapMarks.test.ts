import { searchFunctions } from '../../profile/search';
import { textProfile } from '../../profile/textProfile';
import { highlightOf } from './highlight';
import { mapMarks } from './mapMarks';
import { layoutTree } from './treeLayout';
import { viewportOf } from './viewport';

const tree = textProfile(`
  main      80
    hit     40
    other   40
      hit   20
  hit       20`);
const layout = layoutTree(tree);
const highlight = highlightOf(layout, searchFunctions(tree.functions, 'hit').flags);

function marked(steps: Generator<void, Uint8Array>): Uint8Array {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

function picture(focus: number, width: number, height: number, orientation?: 'root-bottom') {
  const marks = marked(mapMarks(layout, viewportOf(layout, focus, 100, orientation), highlight, width, height));
  return Array.from({ length: height }, (_, y) =>
    [...marks.subarray(y * width, (y + 1) * width)].map((mark) => '.#'[mark]).join('')
  );
}

test('each hit is where it stands in the whole picture', () => {
  expect(picture(0, 10, 4)).toEqual(['..........', '........#.', '#.........', '....#.....']);
  expect(picture(0, 10, 4, 'root-bottom')).toEqual(['....#.....', '#.........', '........#.', '..........']);
});

test('in a map lower than the picture no hit is lost', () => {
  expect(picture(0, 10, 1)).toEqual(['#...#...#.']);
});

test('hits outside of the focus are not in its map', () => {
  expect(picture(1, 8, 4)).toEqual(['........', '........', '#.......', '....#...']);
});
