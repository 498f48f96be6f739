import type { CallTree } from '../../profile/callTree';
import type { ProfileQuestion } from '../../profile/profileSource';
import { languageOf } from '../../profile/symbols/languageOf';

/** Of a program in Go nearly all names tell so. */
const MOST_NAMES = 100;

/** Whether Go's compiler could make something of a profile: one type, of time on processors, of a program in Go. */
export function isForGoCompiler(
  { functions: { names } }: CallTree,
  { profileTypeId, otherProfileTypeIds = [] }: ProfileQuestion
): boolean {
  return (
    profileTypeId.endsWith(':cpu:nanoseconds:cpu:nanoseconds') &&
    otherProfileTypeIds.length === 0 &&
    names.slice(1, MOST_NAMES).some((name) => languageOf(name) === 'go')
  );
}
