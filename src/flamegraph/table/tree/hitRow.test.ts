import { textProfile } from '../../../profile/textProfile';
import { hitRow } from './hitRow';
import { OpenRows } from './openRows';
import { treeMatches } from './treeMatches';

const tree = textProfile(`
  a         30
    hit     10
      b      5
        hit  5
    c       20
  d         20
    e       10
      hit   10`);

function found(text: string) {
  const matches = treeMatches(
    tree,
    Uint8Array.from(tree.functions.names, (name) => (name === text ? 1 : 0))
  );
  const rows = new OpenRows(tree, (siblings) => siblings, matches.isKept);
  rows.open(0);
  return { matches, rows };
}

test.each([
  ['down', 1, [2, 4, 8, 2]],
  ['up', -1, [8, 4, 2, 8]],
] as const)(
  '%s the rows, matches in closed rows are opened, and the end leads to the other end',
  (_, direction, nodes) => {
    const { matches, rows } = found('hit');
    let row = 0;
    const walked = nodes.map(() => {
      row = hitRow(rows, matches, row, direction)!;
      return rows.nodeAt(row);
    });
    expect(walked).toEqual(nodes);
  }
);

test('without a match there is no way', () => {
  const { matches, rows } = found('nothing');
  expect(hitRow(rows, matches, 0, 1)).toBeUndefined();
});
