import { dateMath, type AdHocVariableFilter } from '@grafana/data';
import { ProblemError } from '../../base/problem';
import { epochMs, type EpochMs, type Milliseconds, type TimeSpan } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import type { ProfileBaseline } from '../../profile/profileQuery';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import { readDuration } from '../../pyroscope/readDuration';
import { SERVICE_LABEL } from '../answers/uploadIntervals';
import { addAdHocFilters } from './adHocMatchers';
import { ownSelector, withService } from './baselineSelector';
import { badRequest, checkedProfileType } from './queryChecks';

/** The other side of a comparison, with nothing left to interpolate. */
export interface ReadyBaseline {
  /** How much earlier; absent with `range`. */
  readonly shift?: Milliseconds;
  readonly range?: TimeSpan;
  readonly labelSelector: string;
  /** Empty: the query's own. */
  readonly profileTypeId: string;
  /** What differs, for a title: "1 d earlier", "of cart". */
  readonly words: string;
}

/**
 * @param labelSelector the query's own, filters and all
 * @param filters narrow a selector of the baseline's own, too
 * @throws ProblemError for a baseline that says nothing, or something that cannot be read
 */
export function readyBaseline(
  baseline: ProfileBaseline | undefined,
  labelSelector: string,
  filters: readonly AdHocVariableFilter[]
): ReadyBaseline {
  const { shift = '', from = '', to = '', service = '', profileTypeId = '' } = baseline ?? {};
  const own = ownSelector(baseline?.labelSelector);
  if ([shift, from, to, service, profileTypeId].every((text) => text === '') && own === undefined) {
    throw badRequest(
      'There is nothing to compare with: give the baseline a shift in time such as 1d, a time range, a label selector, a service or a profile type.'
    );
  }
  if (shift !== '' && (from !== '' || to !== '')) {
    throw badRequest('The baseline has both a shift in time and a time range: remove one of the two.');
  }
  const selector = own === undefined ? labelSelector : addAdHocFilters(own, filters);
  const words = [
    shift === '' ? '' : `${shift} earlier`,
    from === '' && to === '' ? '' : `${from} to ${to}`,
    profileTypeId === '' ? '' : describeProfileType(profileTypeId).label,
    own ?? '',
    service === '' ? '' : `of ${service}`,
  ];
  return {
    ...(shift === '' ? {} : { shift: checkedShift(shift) }),
    ...(from === '' && to === '' ? {} : { range: checkedRange(from, to) }),
    labelSelector:
      service === '' ? selector : withService(readable(selector), { name: SERVICE_LABEL, op: '=', value: service }),
    profileTypeId: checkedProfileType(profileTypeId),
    words: words.filter((text) => text !== '').join(' '),
  };
}

/** The baseline's range, for a query over `span`. */
export function baselineSpan({ shift, range }: ReadyBaseline, span: TimeSpan): TimeSpan {
  const earlier = shift ?? 0;
  return range ?? { from: epochMs(span.from - earlier), to: epochMs(span.to - earlier) };
}

function checkedShift(text: string): Milliseconds {
  const shift = readDuration(text);
  if (shift === undefined || shift === 0) {
    throw badRequest(`The baseline's shift in time "${text}" is no duration: write it as 30m, 1h, 7d or 1w.`);
  }
  return shift;
}

function checkedRange(from: string, to: string): TimeSpan {
  if (from === '' || to === '') {
    throw badRequest('The baseline has only one end of a time range: give it both, or a shift in time.');
  }
  const range = { from: momentOf(from, false), to: momentOf(to, true) };
  if (!(range.to > range.from)) {
    throw new ProblemError({
      kind: 'bad-range',
      sentence: 'The baseline’s time range is empty: choose one that ends after it begins.',
    });
  }
  return range;
}

/** As Grafana writes times: ISO 8601, milliseconds since the epoch, or from now, `now-1d/d`. */
function momentOf(text: string, isEnd: boolean): EpochMs {
  const time = /^\d+$/.test(text)
    ? Number(text)
    : text.startsWith('now')
      ? (dateMath.parse(text, isEnd)?.valueOf() ?? NaN)
      : Date.parse(text);
  if (Number.isNaN(time)) {
    throw new ProblemError({
      kind: 'bad-range',
      sentence: `The time "${text}" of the baseline cannot be read: write it as now-7d, as 2026-11-21T06:00:00Z, or in milliseconds.`,
    });
  }
  return epochMs(time);
}

function readable(labelSelector: string): string {
  const parsed = parseLabelSelector(labelSelector);
  if (!parsed.ok) {
    throw new ProblemError(parsed.problem);
  }
  return labelSelector;
}
