import type { CallTree } from '../../profile/callTree';
import { displayName } from '../layout/displayName';
import { cutText } from './cutText';
import type { RefinedTree } from './useRefinedTree';
import type { ViewerStatus } from './ViewerChrome';

/**
 * What is said above the picture: of the profile as a whole, how exact it is, what is being read and what could not be.
 * `given`: the profile as it came, before anything was asked for. `onMore`: asks for more, where somebody can be asked.
 */
export function viewerStatusOf(
  refined: RefinedTree,
  given: CallTree,
  onMore: (() => void) | undefined,
  notice: string | undefined
): ViewerStatus {
  const { tree, pending, isAgain, failed, tryAgain } = refined;
  return {
    notice,
    cut: cutText(tree, given),
    onMore,
    pending: pending && pendingText(pending, isAgain),
    failed,
    onTryAgain: tryAgain,
  };
}

/** `isAgain`: it was open before a refresh. */
function pendingText(place: readonly string[], isAgain: boolean): string {
  const reading = isAgain ? 'Reading again' : 'Reading';
  return place.length === 0
    ? `${reading} more of the profile…`
    : `${reading} what is merged below ${displayName(place[place.length - 1])}…`;
}
