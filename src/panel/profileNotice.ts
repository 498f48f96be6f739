import { ROOT } from '../profile/callTree';
import type { ProfileAnswer } from '../profile/profileSource';

/** What a reader must know about a profile's numbers; undefined where there is nothing to know. */
export function profileNotice({ tree, averagedOver }: ProfileAnswer): string | undefined {
  const { total, right } = tree;
  if (right !== undefined && total[ROOT] === 0) {
    return 'The baseline holds no profiles, so everything counts as new.';
  }
  if (right?.total[ROOT] === 0) {
    return 'Only the baseline holds profiles, so everything counts as gone.';
  }
  if (averagedOver === undefined) {
    return undefined;
  }
  return averagedOver === 1 ? 'One snapshot.' : `Average of ${averagedOver.toLocaleString()} snapshots.`;
}
