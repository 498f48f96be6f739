import type { FunctionTable } from './functionTable';
import { type FunctionMatches, searchFunctions, type SearchQuery } from './search';

interface Search {
  readonly query: SearchQuery;
  readonly matches: FunctionMatches;
}

const last = new WeakMap<FunctionTable, Search>();

/** As `searchFunctions`. The last search in each table is remembered: all views of a profile ask for the same one. */
export function matchesOf(functions: FunctionTable, query: SearchQuery): FunctionMatches {
  const known = last.get(functions);
  if (known !== undefined && isSameQuery(known.query, query)) {
    return known.matches;
  }
  const matches = searchFunctions(functions, query);
  last.set(functions, { query, matches });
  return matches;
}

function isSameQuery(a: SearchQuery, b: SearchQuery): boolean {
  return a.text === b.text && a.kind === b.kind && a.in === b.in;
}
