import { textProfile } from '../../profile/textProfile';
import { functionRows } from './functionRows';

const profile = textProfile(`
  main          80
    parse       30
      readFile  30
    render      50
      paint     20
      main      20
  gc            20`);

test('rows are the functions of the profile, each once, without the whole profile', () => {
  const { functions, values } = functionRows(profile);
  expect(Array.from(functions, (func) => profile.functions.names[func]).sort()).toEqual(
    ['gc', 'main', 'paint', 'parse', 'readFile', 'render'].sort()
  );
  // It calls itself: its 20 within its own 80 are not counted twice.
  const main = profile.functions.names.indexOf('main');
  expect([values.self[main], values.total[main]]).toEqual([20, 80]);
});

test('functions that the table of names has but no node of this profile are no rows', () => {
  const tree = { ...profile, functions: { length: 8, names: [...profile.functions.names, 'elsewhere'] } };
  expect(functionRows(tree).functions).toHaveLength(6);
});

test('what the backend cut is a row of its own beside a function that is named "other"', () => {
  const cut = textProfile(`
    other     10
      work     6
      other    4 cut
    main       5
      other    3 cut`);
  const { functions, values, elided = -1, tree } = functionRows(cut);
  expect(functions).toHaveLength(4);
  expect([values.self[elided], values.total[elided], values.nodes[elided]]).toEqual([7, 7, 2]);
  const real = tree.functions.names.indexOf('other');
  expect([values.self[real], values.total[real]]).toEqual([0, 10]);
  expect(functionRows(profile).elided).toBeUndefined();
});
