import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';

/** As much of an id as tells a few apart. */
const LENGTH = 8;

/** "Profile 7f3c9a01…", "Span a1b2c3d4…". */
export function singleName({ profileId, spanId }: Pick<TimelineExemplar, 'profileId' | 'spanId'>): string {
  const id = spanId ?? profileId ?? '';
  const shortened = id.length > LENGTH ? `${id.slice(0, LENGTH)}…` : id;
  return `${spanId === undefined ? 'Profile' : 'Span'} ${shortened}`.trimEnd();
}
