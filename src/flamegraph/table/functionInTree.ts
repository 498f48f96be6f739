import type { CallTree, FunctionIndex } from '../../profile/callTree';
import { functionValues } from '../../profile/functionValues';
import { chosenFunction } from '../view/chosenFunction';

/** The function of that name where the tree has it: names outlive the filters that take their functions away. */
export function functionInTree(tree: CallTree, name: string | undefined): FunctionIndex | undefined {
  const isThere = name !== undefined && functionValues(tree, name) !== undefined;
  return isThere ? chosenFunction(tree.functions, name) : undefined;
}
