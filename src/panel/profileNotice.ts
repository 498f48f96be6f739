import type { ProfileAnswer } from '../profile/profileSource';

/** What a reader must know about a profile's numbers and boxes; undefined where there is nothing to know. */
export function profileNotice({ averagedOver, tree }: ProfileAnswer): string | undefined {
  const sentences: string[] = [];
  if (averagedOver !== undefined) {
    sentences.push(averagedOver === 1 ? 'One snapshot.' : `Average of ${averagedOver.toLocaleString()} snapshots.`);
  }
  const cut = tree.truncated?.length ?? 0;
  if (cut > 0) {
    const boxes = cut === 1 ? 'One box stands' : `${cut.toLocaleString()} boxes stand`;
    sentences.push(`${boxes} for functions that the backend merged.`);
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
