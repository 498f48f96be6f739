import fc from 'fast-check';
import { createBoxBuffers, type BoxBuffers } from '../layout/boxBuffers';
import { layoutTree } from '../layout/treeLayout';
import { viewportOf } from '../layout/viewport';
import { visibleBoxes } from '../layout/visibleBoxes';
import { anyTree } from '../../profile/testing/stacks';
import { textProfile } from '../../profile/textProfile';
import { createBoxesInView } from './boxesInView';
import { ROW_HEIGHT } from './flameStage';

const listed = ({ count, x, width, row, node, colour, flags }: BoxBuffers) =>
  Array.from({ length: count }, (_, at) => [x[at], width[at], row[at], node[at], colour[at], flags[at]]);

test('wherever one scrolls, the boxes are those of the rows in view', () => {
  fc.assert(
    fc.property(
      anyTree,
      fc.constantFrom('root-top' as const, 'root-bottom' as const),
      fc.array(fc.record({ top: fc.integer({ min: -8, max: 2 }), height: fc.integer({ min: 1, max: 6 }) })),
      (tree, orientation, stops) => {
        const layout = layoutTree(tree);
        const look = { colourOf: (node: number) => node % 7 };
        const viewport = viewportOf(layout, 0, 300, orientation);
        const inView = createBoxesInView();
        for (const { top, height } of stops) {
          const found = inView.of({ layout, look, height: height * ROW_HEIGHT }, viewport, top * ROW_HEIGHT);
          const fresh = createBoxBuffers();
          visibleBoxes(layout, viewport, -top, height - 1 - top, look, fresh);
          expect(listed(found)).toEqual(listed(fresh));
        }
      }
    )
  );
});

test('a scroll works out the rows that it brings, and no others', () => {
  const layout = layoutTree(textProfile('a 9\n  b 8\n    c 7\n      d 6\n        e 5'));
  const seen: number[] = [];
  const look = {
    colourOf: (node: number) => {
      seen.push(node);
      return 1;
    },
  };
  const viewport = viewportOf(layout, 0, 300);
  const inView = createBoxesInView();
  const picture = { layout, look, height: 3 * ROW_HEIGHT };
  inView.of(picture, viewport, 0);
  expect(seen.splice(0)).toEqual([0, 1, 2]);
  inView.of(picture, viewport, -ROW_HEIGHT);
  expect(seen.splice(0)).toEqual([3]);
  inView.of(picture, viewport, 0);
  expect(seen.splice(0)).toEqual([0]);
  inView.of(picture, { ...viewport, to: viewport.to / 2 }, 0);
  expect(seen).toEqual([0, 1, 2]);
});
