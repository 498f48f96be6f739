import type { DataFrame } from '@grafana/data';
import { describeProfileType } from '../../catalogue/describeProfileType';
import type { ReadyQuery } from '../queries/readyQuery';

/** Single profiles are of one type: where a query adds up several, the answer says that it is of the first alone. */
export function withFirstTypeNotice(
  frame: DataFrame,
  { profileTypeId, otherProfileTypeIds }: Pick<ReadyQuery, 'profileTypeId' | 'otherProfileTypeIds'>
): DataFrame {
  if (otherProfileTypeIds.length === 0) {
    return frame;
  }
  const text = `Heatmaps and exemplars are of one profile type: this is ${describeProfileType(profileTypeId).label} alone.`;
  return { ...frame, meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), { severity: 'info', text }] } };
}
