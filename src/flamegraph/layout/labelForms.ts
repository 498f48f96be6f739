import type { CallTree, FunctionIndex } from '../../profile/callTree';
import { displayName } from './displayName';
import { functionSymbol } from '../../profile/symbols/functionSymbol';
import { parseSymbol } from '../../profile/symbols/parseSymbol';

/** Longer than any box can show. */
const LONGEST = 1000;

/** The forms in which a function's name may stand on a box, the longest first; never none, never an empty one. `symbol`: its parts. */
export function labelForms(name: string, symbol = parseSymbol(name)): readonly string[] {
  const forms = [symbol.title ?? name.slice(0, LONGEST), ...symbol.shortened()].map(displayName);
  return forms.filter((form, at) => at === 0 || form.length < forms[at - 1].length);
}

/** The same for a tree's functions, each worked out when it is first drawn. */
export function labelFormsOf(tree: CallTree): (func: FunctionIndex) => readonly string[] {
  const known = new Map<FunctionIndex, readonly string[]>();
  return (func) => {
    let forms = known.get(func);
    if (forms === undefined) {
      forms = labelForms(tree.functions.names[func], functionSymbol(tree.functions, func));
      known.set(func, forms);
    }
    return forms;
  };
}
