import { placeOf } from '../functionInterner';
import type { FunctionTable } from '../functionTable';
import { parseSymbol } from './parseSymbol';

/** Of each function of a table, its package and family as `parseSymbol` reads them. The root's are empty. */
export interface FunctionPackages {
  readonly packages: readonly string[];
  readonly families: readonly string[];
}

const known = new WeakMap<FunctionTable, FunctionPackages>();

/** Worked out once for a table: taking names apart is what costs. */
export function functionPackages(functions: FunctionTable): FunctionPackages {
  let found = known.get(functions);
  if (found === undefined) {
    const packages = [''];
    const families = [''];
    for (let func = 1; func < functions.length; func++) {
      const symbol = parseSymbol(functions.names[func], placeOf(functions, func)?.file);
      packages.push(symbol.package);
      families.push(symbol.family);
    }
    found = { packages, families };
    known.set(functions, found);
  }
  return found;
}
