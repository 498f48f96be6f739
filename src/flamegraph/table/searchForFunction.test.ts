import { searchFunctions } from '../../profile/search';
import { isSameSearch, searchForFunction, withSearch } from './searchForFunction';

const names = ['total', 'main', 'main.run', 'a.(*T[int]).b', '', 'x^y$z', 'x^y$z2'];
const functions = { length: names.length, names };

test.each(names.slice(1).map((name, at) => [name, at + 1] as const))(
  'the search for "%s" finds it alone',
  (_, func) => {
    const { search = '', searchIsRegex = false } = searchForFunction(functions, func);
    const { flags } = searchFunctions(functions, { text: search, kind: searchIsRegex ? 'regex' : 'literal' });
    expect(Array.from(flags, (flag, at) => (flag === 1 ? at : -1)).filter((at) => at >= 0)).toEqual([func]);
  }
);

test('a name that no other holds is searched for as it is', () => {
  expect(searchForFunction(functions, 3)).toEqual({ search: 'a.(*T[int]).b' });
});

test('another search keeps the focus, and an absent one leaves no trace', () => {
  const focus = ['main'];
  expect(withSearch({ focus, search: 'a', searchIsRegex: true }, { search: 'b' })).toEqual({ focus, search: 'b' });
  expect(Object.keys(withSearch({ focus, search: 'a' }, {}))).toEqual(['focus']);
});

test('absent and empty searches are the same', () => {
  expect(isSameSearch({}, { search: '', searchIsRegex: false })).toBe(true);
  expect(isSameSearch({ search: 'a' }, { search: 'a', searchIsRegex: true })).toBe(false);
});
