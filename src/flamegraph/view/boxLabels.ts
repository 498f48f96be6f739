import type { CallTree, NodeIndex } from '../../profile/callTree';
import { displayName } from '../layout/displayName';
import { labelFormsOf } from '../layout/labelForms';
import type { BoxLabels } from '../render/renderer';

/** A tree's labels; each value is written once, because formatting one takes longer than drawing it. */
export function boxLabels(tree: CallTree, format: (value: number) => string): BoxLabels {
  const formsOf = labelFormsOf(tree);
  const values = new Map<NodeIndex, string>();
  return {
    forms: (node) => formsOf(tree.func[node]),
    full: (node) => displayName(tree.functions.names[tree.func[node]]),
    value(node) {
      let value = values.get(node);
      if (value === undefined) {
        value = format(tree.total[node]);
        values.set(node, value);
      }
      return value;
    },
  };
}
