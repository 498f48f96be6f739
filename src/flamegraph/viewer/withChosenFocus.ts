import type { CallTree } from '../../profile/callTree';
import { nodeByPath } from '../../profile/nodePath';
import { isCut } from '../../profile/cuts';
import { withChange } from '../table/stateChange';
import type { FlameGraphState } from '../view/flameGraphState';

/**
 * The state that the flame graph changed to, with the function that it was zoomed into chosen for all views. What a
 * search leaves for its next match, outwards, nobody chose.
 */
export function withChosenFocus(tree: CallTree, before: FlameGraphState, next: FlameGraphState): FlameGraphState {
  const { focus } = next;
  const isNew = focus !== undefined && JSON.stringify(focus) !== JSON.stringify(before.focus);
  if (!isNew || (next.search !== undefined && focus.length < (before.focus?.length ?? 0))) {
    return next;
  }
  const node = nodeByPath(tree, focus);
  const isFunction = node !== undefined && !isCut(tree, node);
  return isFunction ? withChange(next, { chosen: focus[focus.length - 1] }) : next;
}
