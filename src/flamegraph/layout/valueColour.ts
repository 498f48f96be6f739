import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { FIRST_VALUE, VALUE_STEPS } from './palette';

/** Lower ends of the steps, as parts of the whole profile; what is below all of them is in the first step. */
export const VALUE_BOUNDS: readonly number[] = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3];

/**
 * Step, 0 to `VALUE_STEPS - 1`, of what a node spent itself. The width tells the total already: the colour tells where
 * it was spent. For a comparison both sides count together, as for widths.
 */
export function valueStep(tree: CallTree, node: NodeIndex): number {
  const { self, total, right } = tree;
  const whole = Math.abs(total[ROOT]) + Math.abs(right?.total[ROOT] ?? 0);
  const share = whole === 0 ? 0 : (Math.abs(self[node]) + Math.abs(right?.self[node] ?? 0)) / whole;
  let step = VALUE_STEPS - 1;
  while (step > 0 && !(share >= VALUE_BOUNDS[step])) {
    step--;
  }
  return step;
}

export function valueColour(tree: CallTree, node: NodeIndex): number {
  return FIRST_VALUE + valueStep(tree, node);
}
