import { textProfile } from '../../profile/textProfile';
import type { FlameGraphState } from '../view/flameGraphState';
import { seenRows } from './seenRows';

const tree = textProfile(`
  main     80
    parse  30
      read 20
    render 40
  gc       20
    other   5 cut`);
const compared = textProfile('main 80 -> 100\n  read 20 -> 60\n  lock 10 -> 0');
const seen = (state: FlameGraphState, of = tree) => seenRows(of, state)?.map((func) => of.functions.names[func]);

test('the usual order of all functions is not said', () => {
  expect(seen({})).toBeUndefined();
});

test('rows are in the order of the table, those alone that a search leaves', () => {
  expect(seen({ sort: { column: 'total', descending: true } })).toEqual(['main', 'render', 'parse', 'read', 'gc']);
  expect(seen({ sort: { column: 'name', descending: true } })).toEqual(['render', 'read', 'parse', 'main', 'gc']);
  expect(seen({ search: 're' })).toEqual(['render', 'read']);
  expect(seen({ search: '^(gc|main)$', searchIsRegex: true })).toEqual(['gc', 'main']);
});

test('of a comparison by the change, of shares or values', () => {
  const sort = { column: 'totalChange', descending: true };
  expect(seen({ sort }, compared)).toEqual(['read', 'main', 'lock']);
  expect(seen({ sort: { ...sort, descending: false } }, compared)).toEqual(['lock', 'main', 'read']);
});
