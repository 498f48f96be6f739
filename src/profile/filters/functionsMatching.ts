import { assertNever } from '../../base/assertNever';
import type { FunctionIndex } from '../callTree';
import type { FunctionTable } from '../functionTable';
import { searchFunctions, type FunctionMatches } from '../search';
import { functionPackages } from '../symbols/functionPackages';
import type { FunctionMatch } from './stackFilter';

/**
 * The functions that a filter is about. `package` is a package's full path or its family, which is what colours and
 * legends go by. The root is no function. Linear in functions; names are taken apart once for a table.
 */
export function functionsMatching(functions: FunctionTable, match: FunctionMatch): FunctionMatches {
  switch (match.by) {
    case 'function':
      return functionsWhere(functions, (func) => functions.names[func] === match.value);
    case 'package': {
      const { packages, families } = functionPackages(functions);
      return functionsWhere(functions, (func) => packages[func] === match.value || families[func] === match.value);
    }
    case 'file': {
      const { file, files } = functions;
      return functionsWhere(functions, (func) => file !== undefined && files?.[file[func]] === match.value);
    }
    case 'text':
    case 'regex':
      return match.value === ''
        ? { ...functionsWhere(functions, () => false), problem: 'The filter has no text to look for.' }
        : searchFunctions(functions, { text: match.value, kind: match.by === 'text' ? 'literal' : 'regex' });
    default:
      return assertNever(match.by);
  }
}

/** The functions that fit, of all but the root's. */
export function functionsWhere(functions: FunctionTable, fits: (func: FunctionIndex) => boolean): FunctionMatches {
  const flags = new Uint8Array(functions.length);
  let count = 0;
  for (let func = 1; func < functions.length; func++) {
    if (fits(func)) {
      flags[func] = 1;
      count++;
    }
  }
  return { flags, count };
}
