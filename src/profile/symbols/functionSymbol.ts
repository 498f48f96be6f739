import type { FunctionIndex } from '../callTree';
import { placeOf } from '../functionInterner';
import type { FunctionTable } from '../functionTable';
import { parseSymbol } from './parseSymbol';
import type { FunctionSymbol } from './symbol';

const known = new WeakMap<FunctionTable, Map<FunctionIndex, FunctionSymbol>>();

/** The parts of a function's name, taken apart when they are first asked for: a box needs them for colour and label. */
export function functionSymbol(functions: FunctionTable, func: FunctionIndex): FunctionSymbol {
  let symbols = known.get(functions);
  if (symbols === undefined) {
    symbols = new Map();
    known.set(functions, symbols);
  }
  let symbol = symbols.get(func);
  if (symbol === undefined) {
    symbol = parseSymbol(functions.names[func], placeOf(functions, func)?.file);
    symbols.set(func, symbol);
  }
  return symbol;
}
