import { ProblemError } from '../../base/problem';
import type { Milliseconds, TimeSpan } from '../../base/units';
import { parseLabelSelector, type LabelMatcher } from '../../pyroscope/labelSelector';
import { readDuration } from '../../pyroscope/readDuration';
import type { ProfilesOptions } from '../profilesQuery';
import { badRequest } from './queryChecks';

/** What the settings of the data source say about its queries. */
export type QuerySettings = Pick<
  ProfilesOptions,
  'minStep' | 'longestRange' | 'lookBack' | 'requiresSelector' | 'maxNodes'
>;

/** @throws ProblemError for a range or a selector that the settings do not allow */
export function checkAllowed(labelSelector: string, span: TimeSpan, settings: QuerySettings): void {
  const longest = durationOf(settings.longestRange, 'longest range');
  if (longest !== undefined && span.to - span.from > longest) {
    throw new ProblemError({
      kind: 'bad-range',
      sentence: `The time range is longer than this data source allows (${settings.longestRange}): choose a shorter one.`,
    });
  }
  if (settings.requiresSelector === true && !namesSomething(labelSelector)) {
    throw new ProblemError({
      kind: 'bad-selector',
      sentence:
        'This data source does not answer for every service at once: choose a service, or name a value of another label.',
    });
  }
}

/** The shortest step of a time series; undefined where the settings leave it open. */
export function minStepOf({ minStep }: QuerySettings): Milliseconds | undefined {
  return durationOf(minStep, 'minimum step');
}

/** How far back the backend answers; undefined where the settings leave it to be found out. */
export function lookBackOf({ lookBack }: QuerySettings): Milliseconds | undefined {
  return durationOf(lookBack, 'look-back limit');
}

function durationOf(text: string | undefined, name: string): Milliseconds | undefined {
  if (text === undefined || text.trim() === '') {
    return undefined;
  }
  const duration = readDuration(text.trim());
  if (duration === undefined || duration === 0) {
    throw badRequest(
      `The ${name} "${text}" in the data source's settings is no duration: correct it to one such as 15s.`
    );
  }
  return duration;
}

/** Whether some matcher wants a value to be there, and not any. */
function namesSomething(labelSelector: string): boolean {
  const parsed = parseLabelSelector(labelSelector);
  return parsed.ok && parsed.matchers.some(wantsValue);
}

function wantsValue({ op, value }: LabelMatcher): boolean {
  return (op === '=' && value !== '') || (op === '=~' && !['', '.*', '.+'].includes(value));
}
