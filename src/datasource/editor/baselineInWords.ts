import { describeProfileType } from '../../catalogue/describeProfileType';
import type { ProfileBaseline } from '../../profile/profileQuery';

/** Which side of the comparison is which: "Left, the baseline: the same query, 1d earlier. Right: this query." */
export function baselineInWords({ shift, from, to, service, labelSelector, profileTypeId }: ProfileBaseline): string {
  const differences = [
    profileTypeId === undefined ? undefined : describeProfileType(profileTypeId).label,
    service === undefined ? undefined : `of ${service}`,
    labelSelector === undefined ? undefined : `with ${labelSelector}`,
    shift === undefined ? undefined : `${shift} earlier`,
    from === undefined && to === undefined ? undefined : `from ${from ?? 'the start'} to ${to ?? 'the end'}`,
  ].filter((difference) => difference !== undefined);
  return differences.length === 0
    ? 'Both sides are the same: choose what the baseline is to differ in.'
    : `Left, the baseline: the same query, but ${differences.join(', ')}. Right: this query. The flame graph shows what the right side has more or less.`;
}
