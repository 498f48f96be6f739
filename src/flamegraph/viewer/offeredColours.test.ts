import { textProfile } from '../../profile/textProfile';
import { offeredColours } from './offeredColours';

test('colours that would say nothing are not offered', () => {
  expect(offeredColours(textProfile('main 1'), false)).toEqual(['package', 'function', 'value']);
});

test('a comparison, files and groups have colours of their own', () => {
  const tree = textProfile('main 1 -> 2');
  const withFiles = {
    ...tree,
    functions: { ...tree.functions, file: new Int32Array(tree.functions.length), files: ['main.go'] },
  };
  expect(offeredColours(withFiles, true)).toEqual(['diff', 'package', 'function', 'file', 'value', 'label']);
});
