import { problemOf } from '../../base/problem';
import type { TimeSpan } from '../../base/units';
import { checkAllowed, type QuerySettings } from '../queries/querySettings';

/** Why the settings do not let a question be asked, in a sentence; undefined where they do. */
export function refusalOf(selector: string, span: TimeSpan, settings: QuerySettings): string | undefined {
  try {
    checkAllowed(selector, span, settings);
    return undefined;
  } catch (error) {
    return problemOf(error).sentence;
  }
}
