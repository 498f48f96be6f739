import type { CallTree, FunctionIndex } from '../../profile/callTree';
import { searchFunctions } from '../../profile/search';
import { functionRows } from '../table/functionRows';
import { onlyMatches, sortRows, tableSortOf } from '../table/sortRows';
import { sortedColumn, tableColumns } from '../table/tableColumns';
import type { FlameGraphState } from '../view/flameGraphState';

/** CSS pixels that every column has room in: one may be sorted by that is not in sight. */
const ALL_COLUMNS = 4000;

/**
 * The functions that the table shows, in its order; undefined where that is the usual one of all of them. What the
 * backend cut is no function.
 */
export function seenRows(tree: CallTree, state: FlameGraphState): readonly FunctionIndex[] | undefined {
  const { search: text = '', searchIsRegex = false, searchIn, diffBy } = state;
  if (text === '' && state.sort === undefined) {
    return undefined;
  }
  const { values, functions, elided, tree: apart } = functionRows(tree);
  const { names } = apart.functions;
  const sort = tableSortOf(state);
  const ordered =
    sort.column === 'name'
      ? functions.slice().sort((a, b) => (names[a] < names[b] ? -1 : 1) * (sort.descending ? -1 : 1))
      : sortRows(
          functions,
          sortedColumn(
            tableColumns(apart, values, { format: String, diffBy, order: ['self', 'total'] }, ALL_COLUMNS).columns,
            sort.column
          ).keyOf,
          sort.descending
        );
  const found =
    text === ''
      ? ordered
      : onlyMatches(
          ordered,
          searchFunctions(apart.functions, { text, kind: searchIsRegex ? 'regex' : 'literal', in: searchIn }).flags
        );
  return Array.from(found).filter((func) => func !== elided);
}
