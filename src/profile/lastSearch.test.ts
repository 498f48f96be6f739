import { matchesOf } from './lastSearch';
import { searchFunctions } from './search';
import { textProfile } from './textProfile';

test('the same search in the same functions is made once, any other one anew', () => {
  const { functions } = textProfile('parse 4\n  parser.read 4\ndraw 2');
  const query = { text: 'pars', kind: 'literal' } as const;
  const first = matchesOf(functions, query);
  expect(first).toEqual(searchFunctions(functions, query));
  expect(matchesOf(functions, { ...query })).toBe(first);
  for (const other of [
    { text: 'parse', kind: 'literal' },
    { text: 'parse$', kind: 'regex' },
    { text: 'parse$', kind: 'literal' },
    { text: 'parser', kind: 'literal', in: 'package' },
  ] as const) {
    expect(matchesOf(functions, other)).toEqual(searchFunctions(functions, other));
  }
  const another = textProfile('draw 1').functions;
  expect(matchesOf(another, query)).toEqual(searchFunctions(another, query));
});
