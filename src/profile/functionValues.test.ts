import fc from 'fast-check';
import { diffTrees } from './diffTrees';
import { functionDetails } from './functionDetails';
import { functionValues } from './functionValues';
import { anyName, anyTree } from './testing/stacks';
import { textProfile } from './textProfile';

test('are those that the details have', () => {
  fc.assert(
    fc.property(anyTree, anyTree, anyName, fc.boolean(), (left, right, name, isDiff) => {
      const tree = isDiff ? diffTrees(left, right) : left;
      const details = functionDetails(tree, name);
      expect(functionValues(tree, name)).toEqual(details && { self: details.self, total: details.total });
    })
  );
});

test('what was cut is no function, and a stack counts once', () => {
  const tree = textProfile('other 20\n  other 8\n  other 5 cut');
  expect(functionValues(tree, 'other')).toEqual({ self: { value: 15 }, total: { value: 20 } });
  expect(functionValues(textProfile('a 9\n  other 5 cut'), 'other')).toBeUndefined();
});
