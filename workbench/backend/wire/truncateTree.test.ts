import fc from 'fast-check';
import { createCallTreeBuilder } from '../../../src/profile/callTreeBuilder';
import { expectWellFormed } from '../../../src/profile/testing/expectWellFormed';
import { callTreeToText, picture, textProfile } from '../../../src/profile/textProfile';
import { truncateTree } from './truncateTree';

const tree = textProfile(`
  main       20
    parse     9
      read    6
      split   2
    render    7
    log       3
  gc          2`);

test('the largest nodes stay, and each caller gets one leaf for the rest of what it called', () => {
  expect(callTreeToText(truncateTree(tree, { maxNodes: 4, cutOthers: false }))).toBe(
    picture(`
      main       20
        parse     9
          read    6
          other   2
        render    7
        other     3
      other       2`)
  );
});

test('nodes that tie with the smallest that stays, stay', () => {
  const ties = textProfile(`
    a   5
    b   5
    c   5
    d   1`);
  expect(callTreeToText(truncateTree(ties, { maxNodes: 1, cutOthers: false }))).toBe(
    picture(`
      a       5
      b       5
      c       5
      other   1`)
  );
});

test('a tree that is small enough is left alone, and 0 cuts nothing', () => {
  expect(callTreeToText(truncateTree(tree, { maxNodes: 7, cutOthers: false }))).toBe(callTreeToText(tree));
  expect(callTreeToText(truncateTree(tree, { maxNodes: 0, cutOthers: false }))).toBe(callTreeToText(tree));
});

const withOther = textProfile(`
  main       12
    parse     9
    log       1
    other     2
      hidden  2`);

test('what is cut is added to a function that is named other', () => {
  expect(callTreeToText(truncateTree(withOther, { maxNodes: 2, cutOthers: false }))).toBe(
    picture(`
      main       12
        parse     9
        other     3
          other   2`)
  );
});

test('in a flame graph a function that is named other is cut too', () => {
  expect(callTreeToText(truncateTree(withOther, { maxNodes: 0, cutOthers: true }))).toBe(
    picture(`
      main       12
        parse     9
        log       1
        other     2`)
  );
});

test('nothing is lost, whatever is cut', () => {
  const stack = fc.record({
    names: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'other'), { minLength: 1, maxLength: 6 }),
    value: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(
      fc.array(stack, { maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      fc.boolean(),
      (stacks, maxNodes, cutOthers) => {
        const builder = createCallTreeBuilder('count');
        stacks.forEach(({ names, value }) => builder.addStack(names, value));
        const whole = builder.build();
        const cut = truncateTree(whole, { maxNodes, cutOthers });
        expectWellFormed(cut);
        expect(cut.total[0]).toBe(whole.total[0]);
        expect(cut.self.reduce((sum, value) => sum + value, 0)).toBe(whole.total[0]);
      }
    )
  );
});
