import type { CallTree } from '../../profile/callTree';
import { isSplitAs } from '../../profile/filters/groups';
import { withChange } from '../table/stateChange';
import type { FlameGraphState } from '../view/flameGraphState';
import type { ViewerTree } from './useViewerTree';

/** Whether what is seen is still split by the label that the profile is split by: not so bottom-up, nor below one place. */
export function isStillSplit(tree: CallTree, seen: ViewerTree | undefined, { isInverted }: FlameGraphState): boolean {
  return isInverted !== true && (seen === undefined || isSplitAs(seen.filtered.tree, tree));
}

/** The state as views can draw it: what is no longer split has no colours of groups. */
export function drawnState(state: FlameGraphState, isSplit: boolean): FlameGraphState {
  return state.colours === 'label' && !isSplit ? withChange(state, { colours: undefined }) : state;
}

/** The state that a view changed a drawn one to, with the choice that could not be drawn. */
export function chosenState(next: FlameGraphState, drawn: FlameGraphState, state: FlameGraphState): FlameGraphState {
  return next.colours === drawn.colours && drawn !== state ? withChange(next, { colours: state.colours }) : next;
}
