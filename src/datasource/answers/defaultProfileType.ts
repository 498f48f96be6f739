import type { TimeSpan } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { profileFamilies } from '../../catalogue/profileTypeDescription';
import type { PyroscopeClient } from '../../pyroscope/client';

/** What a query without a profile type asks for where even the list of types cannot be had. */
export const USUAL_PROFILE_TYPE = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';

/**
 * The type that a new query shows: the preferred one where the backend has it, else CPU time as whichever profiler
 * names it, else the first of the other families in their order. With no types at all, the preferred or usual one.
 */
export function defaultProfileType(available: readonly string[], preferred: string | undefined): string {
  const wanted = preferred === undefined || preferred === '' ? USUAL_PROFILE_TYPE : preferred;
  if (available.length === 0 || available.includes(wanted)) {
    return wanted;
  }
  return [...available].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))[0];
}

/** The same among what the backend has. */
export async function findDefaultProfileType(
  client: PyroscopeClient,
  preferred: string | undefined,
  span: TimeSpan,
  signal: AbortSignal
): Promise<string> {
  const types = await client.profileTypes(span, signal);
  return defaultProfileType(
    types.map(({ id }) => id),
    preferred
  );
}

function rank(id: string): number {
  const { family, series, known } = describeProfileType(id);
  const isTime = series.unit === 'cores' || series.unit === 'threads';
  return profileFamilies.indexOf(family) * 4 + (isTime ? 0 : 2) + (known ? 0 : 1);
}
