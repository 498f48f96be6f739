import type { FunctionTable } from '../../profile/functionTable';
import type { FunctionMatch } from '../../profile/filters/stackFilter';
import { functionPackages } from '../../profile/symbols/functionPackages';

/** More would not be read. */
const MOST = 50;

/**
 * What of a profile a filter may mean that names something whole, and of that what holds the typed text: what begins
 * with it first, then by name. None where a part of a name is enough.
 */
export function filterSuggestions(functions: FunctionTable, by: FunctionMatch['by'], typed: string): readonly string[] {
  const text = typed.toLowerCase();
  const found = new Set<string>();
  for (const one of namesFor(functions, by)) {
    if (one !== '' && one.toLowerCase().includes(text)) {
      found.add(one);
    }
  }
  const rank = (one: string) => (one.toLowerCase().startsWith(text) ? 0 : 1);
  return [...found].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, MOST);
}

function namesFor(functions: FunctionTable, by: FunctionMatch['by']): readonly string[] {
  switch (by) {
    case 'function':
      return functions.names.slice(1);
    case 'package':
      return functionPackages(functions).packages;
    case 'file':
      return functions.files ?? [];
    case 'text':
    case 'regex':
      return [];
  }
}
