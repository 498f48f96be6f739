import type { DataQueryRequest } from '@grafana/data';
import { milliseconds, type Milliseconds, type TimeSpan } from '../../base/units';
import { chooseStep } from '../numbers/stepGrid';
import { USUAL_UPLOAD_INTERVAL } from '../numbers/uploadInterval';
import type { ProfilesQuery } from '../profilesQuery';
import { minStepOf, type QuerySettings } from '../queries/querySettings';
import type { LabelScope } from '../variables/labelLookup';
import { MOST_SLOTS, MOST_STEPS } from './mostPoints';
import type { UploadIntervalFinder } from './uploadIntervals';

/** How finely a panel can draw. */
export type Resolution = Pick<DataQueryRequest, 'intervalMs' | 'maxDataPoints'>;

/** A step that is to be asked for. */
export interface PlannedStep {
  readonly step: Milliseconds;
  /** Whether upload intervals are not known yet, and the usual one is taken. */
  readonly isGuess: boolean;
}

/** The step that a panel has room for, and the settings allow. */
export function wantedStep(
  { intervalMs, maxDataPoints = Infinity }: Resolution,
  { from, to }: TimeSpan,
  settings: QuerySettings
): Milliseconds {
  return milliseconds(Math.max(intervalMs, (to - from) / maxDataPoints, minStepOf(settings) ?? 0));
}

/**
 * The step that points of a query have, or will most likely have while upload intervals are not known.
 *
 * @param wanted what there is room for
 * @param scope what the query asks about, its variables filled in
 */
export function plannedStep(
  finder: UploadIntervalFinder,
  { queryType, otherProfileTypeIds = [] }: ProfilesQuery,
  wanted: Milliseconds,
  { span, labelSelector = '{}', profileTypeId = '' }: LabelScope
): PlannedStep {
  const most = queryType === 'heatmap' ? MOST_SLOTS : queryType === 'functions' ? MOST_STEPS : Infinity;
  const shortest = milliseconds(Math.max(wanted, (span.to - span.from) / most));
  const intervals = [profileTypeId, ...otherProfileTypeIds].map((type) => finder.known(type, labelSelector)?.longest);
  const longest = milliseconds(Math.max(...intervals.map((interval) => interval ?? USUAL_UPLOAD_INTERVAL)));
  return { step: chooseStep(shortest, longest), isGuess: intervals.includes(undefined) };
}
