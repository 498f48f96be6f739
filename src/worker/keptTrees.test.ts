import { textProfile } from '../profile/textProfile';
import { KeptTrees } from './keptTrees';

/** As large as it says. */
const treeOf = (length: number) => ({ ...textProfile('main 1'), length });

test('the trees that were longest of no use go where there are too many nodes', () => {
  const kept = new KeptTrees();
  const trees = [1, 2, 3].map(() => treeOf(1_500_000));
  kept.keep(1, trees[0]);
  kept.keep(2, trees[1]);
  expect(kept.get(1)).toBe(trees[0]);
  kept.keep(3, trees[2]);
  expect([1, 2, 3].map((id) => kept.get(id))).toEqual([trees[0], undefined, trees[2]]);
});

test('the last one stays, however large', () => {
  const kept = new KeptTrees();
  kept.keep(1, treeOf(10));
  kept.keep(2, treeOf(9_000_000));
  expect([kept.get(1), kept.get(2)?.length]).toEqual([undefined, 9_000_000]);
});
