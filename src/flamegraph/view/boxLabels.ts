import type { CallTree, NodeIndex } from '../../profile/callTree';
import { displayName } from '../layout/displayName';
import { labelFormsOf } from '../layout/labelForms';
import type { BoxLabels } from '../render/renderer';
import { isCutCallers, MORE_CALLERS } from './nodeFacts';

/** Both sides of a comparison's value: "30 s → 45 s"; of another profile the one there is. */
export function valueText(tree: CallTree, node: NodeIndex, format: (value: number) => string): string {
  const left = format(tree.total[node]);
  return tree.right === undefined ? left : `${left} → ${format(tree.right.total[node])}`;
}

const CUT_CALLERS = [MORE_CALLERS, 'callers'];

/** A tree's labels; each value is written once, because formatting one takes longer than drawing it. */
export function boxLabels(tree: CallTree, format: (value: number) => string, isBottomUp = false): BoxLabels {
  const formsOf = labelFormsOf(tree);
  const values = new Map<NodeIndex, string>();
  return {
    forms: (node) => (isBottomUp && isCutCallers(tree, node) ? CUT_CALLERS : formsOf(tree.func[node])),
    full: (node) =>
      isBottomUp && isCutCallers(tree, node) ? MORE_CALLERS : displayName(tree.functions.names[tree.func[node]]),
    value(node) {
      let value = values.get(node);
      if (value === undefined) {
        value = valueText(tree, node, format);
        values.set(node, value);
      }
      return value;
    },
  };
}
