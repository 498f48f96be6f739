import { diffTrees } from './diffTrees';
import { callTreeToText, picture, textProfile } from './textProfile';

test('a function that only one side has is kept with a zero on the other', () => {
  const diff = diffTrees(
    textProfile(`
      main     10
        parse   4
        gone    2
          read  1`),
    textProfile(`
      main     10
        parse   1
        render  5`)
  );
  expect(callTreeToText(diff)).toBe(
    picture(`
      main     10 -> 10
        gone    2 -> 0
          read  1 -> 0
        parse   4 -> 1
        render  0 -> 5`)
  );
});

test('a comparison with nothing has zeros on the empty side', () => {
  expect(callTreeToText(diffTrees(textProfile('main 3'), textProfile('')))).toBe(picture('main 3 -> 0'));
  expect(callTreeToText(diffTrees(textProfile(''), textProfile('main 3')))).toBe(picture('main 0 -> 3'));
});
