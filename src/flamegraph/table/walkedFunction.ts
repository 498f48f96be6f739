import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { isCut } from '../../profile/cuts';

/** Full name of the function of a node that the keyboard has walked to; undefined where that is none. */
export function walkedFunction(tree: CallTree, node: NodeIndex | undefined): string | undefined {
  const isFunction = node !== undefined && node !== ROOT && !isCut(tree, node);
  return isFunction ? tree.functions.names[tree.func[node]] : undefined;
}
