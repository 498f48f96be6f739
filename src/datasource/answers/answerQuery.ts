import type { DataQueryRequest, ScopedVars } from '@grafana/data';
import { ProblemError } from '../../base/problem';
import { epochMs, type TimeSpan } from '../../base/units';
import type { LookBack } from '../../pyroscope/lookBack';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import type { Replace } from '../queries/interpolateSelector';
import { checkedMaxNodes, checkTypesAlike } from '../queries/queryChecks';
import { checkAllowed, lookBackOf } from '../queries/querySettings';
import { baselineSpan } from '../queries/readyBaseline';
import { readyQuery, type ReadyQuery } from '../queries/readyQuery';
import { farBack, withinLookBack, type ReachableQuery } from '../queries/withinLookBack';
import { spanOf } from '../variables/labelLookup';
import { withWarnings, type Answering, type TargetAnswer } from './answering';
import { findDefaultProfileType } from './defaultProfileType';
import { wantedStep } from './plannedStep';
import { answerTarget, queryError } from './targetAnswer';
import { overWholeUploads } from './wholeUploads';

/** What queries stand on, whatever they ask. */
export interface QueryGround {
  readonly answering: Answering;
  /** The settings. */
  readonly options: ProfilesOptions;
  /** Absent: nothing is known of how far back the backend answers. */
  readonly lookBack: LookBack | undefined;
  readonly replaceIn: (scopedVars: ScopedVars | undefined) => Replace;
  readonly now: () => number;
}

/**
 * One query of a request, from how it was saved to its frames: variables are filled in, what it leaves open is taken
 * from the settings and the backend, and what cannot be asked is refused. Rejects only when it is cancelled.
 */
export async function answerQuery(
  ground: QueryGround,
  target: ProfilesQuery,
  request: DataQueryRequest<ProfilesQuery>,
  signal: AbortSignal
): Promise<TargetAnswer> {
  const { answering, options, replaceIn, now } = ground;
  try {
    const span = checkedSpan(spanOf(request.range, now()));
    const asked = readyQuery(target, replaceIn(request.scopedVars), request.filters);
    checkAllowed(asked.labelSelector, span, options);
    if (asked.baseline !== undefined) {
      checkAllowed(asked.baseline.labelSelector, baselineSpan(asked.baseline, span), options);
    }
    const reached = await withinReach(ground, asked, span, request.timezone, signal);
    const query = await completed(ground, reached.query, reached.span, signal);
    const whole = await overWholeUploads(answering, query, reached.span, signal);
    const ready = { query, span: whole.span, wantedStep: wantedStep(request, span, options), app: request.app };
    const notices = [reached.notice, whole.notice].filter((notice) => notice !== undefined);
    if (target.marks === undefined) {
      return withWarnings(await answerTarget(answering, ready, signal), target.refId, notices);
    }
    const { answerMarks } = await import(/* webpackChunkName: "marksAnswer" */ '../annotations/answerMarks');
    return await answerMarks(answering, ready, target.marks, signal);
  } catch (error) {
    signal.throwIfAborted();
    return { frames: [], errors: [queryError(error, target.refId)] };
  }
}

function checkedSpan(span: TimeSpan): TimeSpan {
  if (!(span.to > span.from)) {
    throw new ProblemError({
      kind: 'bad-range',
      sentence: 'The time range is empty: choose one that ends after it begins.',
    });
  }
  return { from: epochMs(span.from), to: epochMs(span.to) };
}

/** The part of a query that the backend looks back to, and what is to be said of the rest. */
async function withinReach(
  { options, lookBack, now: clock }: QueryGround,
  query: ReadyQuery,
  span: TimeSpan,
  timeZone: string,
  signal: AbortSignal
): Promise<ReachableQuery> {
  const now = clock();
  const far = farBack(query, span, now);
  const limit = far === undefined ? undefined : (lookBackOf(options) ?? (await lookBack?.(signal, far)));
  return limit === undefined ? { query, span } : withinLookBack(query, span, limit, { now, timeZone });
}

/** What the query leaves open, by the settings and the backend. */
async function completed(
  { answering, options }: QueryGround,
  query: ReadyQuery,
  span: TimeSpan,
  signal: AbortSignal
): Promise<ReadyQuery> {
  const profileTypeId =
    query.profileTypeId === ''
      ? await findDefaultProfileType(answering.client, options.defaultProfileType, span, signal)
      : query.profileTypeId;
  checkTypesAlike([profileTypeId, ...query.otherProfileTypeIds], 'added up');
  return { ...query, profileTypeId, maxNodes: query.maxNodes ?? checkedMaxNodes(options.maxNodes) };
}
