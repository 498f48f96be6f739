import type { DataFrame, DataQueryError } from '@grafana/data';
import type { Milliseconds, TimeSpan } from '../../base/units';
import { PANEL_ID } from '../../pluginIds';
import type { ProfileQuestion } from '../../profile/profileSource';
import type { ReadyQuery } from '../queries/readyQuery';
import type { Asked } from './asked';

export interface Answering extends Asked {
  /** The data source instance, which a panel may ask more, and which links lead to. */
  readonly uid: string;
  readonly name: string;
}

/** One query of a panel, ready to be asked. */
export interface Target {
  /** With a profile type. */
  readonly query: ReadyQuery;
  readonly span: TimeSpan;
  readonly wantedStep: Milliseconds;
  /** Where the query runs: in Explore, series with a flame graph go to our own panel, too. */
  readonly app: string;
}

export interface TargetAnswer {
  readonly frames: DataFrame[];
  readonly errors: DataQueryError[];
}

/** What a query asks of profiles, over the time span. */
export function questionOf(query: ReadyQuery, { from, to }: TimeSpan): ProfileQuestion {
  const { profileTypeId, otherProfileTypeIds, labelSelector, maxNodes } = query;
  const { spanSelector, traceIdSelector, profileIdSelector } = query;
  return {
    profileTypeId,
    ...(otherProfileTypeIds.length === 0 ? {} : { otherProfileTypeIds }),
    labelSelector,
    from,
    to,
    ...(maxNodes === undefined ? {} : { maxNodes }),
    ...(spanSelector === undefined ? {} : { spanSelector }),
    ...(traceIdSelector === undefined ? {} : { traceIdSelector }),
    ...(profileIdSelector === undefined ? {} : { profileIdSelector }),
  };
}

/** What the query inspector shows as the query that ran. */
export function withExecutedQuery(frame: DataFrame, { profileTypeId, labelSelector }: ReadyQuery): DataFrame {
  return { ...frame, meta: { ...frame.meta, executedQueryString: `${profileTypeId}${labelSelector}` } };
}

/** What a panel shows behind the (i) in its corner. */
export function withNotices(frame: DataFrame, texts: readonly string[]): DataFrame {
  return texts.length === 0
    ? frame
    : { ...frame, meta: { ...frame.meta, notices: texts.map((text) => ({ severity: 'info' as const, text })) } };
}

/** An answer to something else than what was asked says so; with no frames to say it on, on one that is empty. */
export function withWarnings(answer: TargetAnswer, refId: string, texts: readonly string[]): TargetAnswer {
  if (texts.length === 0) {
    return answer;
  }
  const [first = nothing(refId), ...others] = answer.frames;
  const warnings = texts.map((text) => ({ severity: 'warning' as const, text }));
  const notices = [...warnings, ...(first.meta?.notices ?? [])];
  return { ...answer, frames: [{ ...first, meta: { ...first.meta, notices } }, ...others] };
}

/** For Explore, which would take it for a table. */
function nothing(refId: string): DataFrame {
  return { refId, fields: [], length: 0, meta: { preferredVisualisationPluginId: PANEL_ID } };
}
