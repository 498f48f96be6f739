import type { ProfileAnswer } from '../profile/profileSource';

/** What a reader must know about a profile's numbers; undefined where there is nothing to know. */
export function profileNotice({ averagedOver }: Pick<ProfileAnswer, 'averagedOver'>): string | undefined {
  if (averagedOver === undefined) {
    return undefined;
  }
  return averagedOver === 1 ? 'One snapshot.' : `Average of ${averagedOver.toLocaleString()} snapshots.`;
}
