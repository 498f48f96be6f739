import type { Problem } from '../../base/problem';
import type { CallTree } from '../../profile/callTree';
import { displayName } from '../layout/displayName';
import { cutText } from './cutText';
import type { RefinedTree } from './useRefinedTree';

/** What is said of the profile and of what is asked about it. */
export interface ViewerStatus {
  readonly notice?: string;
  /** What is exact and what is merged. */
  readonly cut?: string;
  /** Absent: nobody can be asked for more. */
  readonly onMore?: () => void;
  /** What is being read. */
  readonly pending?: string;
  readonly failed?: Problem;
  readonly onTryAgain: () => void;
}

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
