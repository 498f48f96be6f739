import type { MessageInitShape } from '@bufbuild/protobuf';
import { ProblemError } from '../base/problem';
import type { TimeSpan } from '../base/units';
import type { ProfileQuestion } from '../profile/profileSource';
import {
  HeatmapQueryType,
  type ProfileFormat,
  type SelectHeatmapRequestSchema,
  type SelectMergeProfileRequestSchema,
  type SelectMergeSpanProfileRequestSchema,
  type SelectMergeStacktracesRequestSchema,
  type SelectSeriesRequestSchema,
} from './gen/querier/v1/querier_pb';
import { ExemplarType, TimeSeriesAggregationType } from './gen/types/v1/types_pb';
import type { PprofQuestion, SelectHeatmapQuestion, SelectSeriesQuestion } from './questions';

/** The backend takes whole milliseconds only. Throws a `bad-range` problem for what is no time at all. */
export function wireSpan({ from, to }: TimeSpan): { start: bigint; end: bigint } {
  const start = Math.round(from);
  const end = Math.round(to);
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) {
    throw new ProblemError({
      kind: 'bad-range',
      sentence: 'The time range cannot be read: choose another one.',
      detail: `from ${from} to ${to}`,
    });
  }
  return { start: BigInt(start), end: BigInt(end) };
}

const aggregations = {
  sum: TimeSeriesAggregationType.SUM,
  average: TimeSeriesAggregationType.AVERAGE,
} as const;

const exemplarTypes = { individual: ExemplarType.INDIVIDUAL, span: ExemplarType.SPAN } as const;
const heatmapTypes = { individual: HeatmapQueryType.INDIVIDUAL, span: HeatmapQueryType.SPAN } as const;

export function selectSeriesRequest(
  question: SelectSeriesQuestion
): MessageInitShape<typeof SelectSeriesRequestSchema> {
  return {
    ...wireTarget(question),
    step: question.stepSeconds,
    groupBy: [...(question.groupBy ?? [])],
    aggregation: question.aggregation && aggregations[question.aggregation],
    stackTraceSelector: wireCallSite(question.callSite),
    limit: wireCount(question.limit),
    exemplarType: question.exemplars && exemplarTypes[question.exemplars],
  };
}

export function selectHeatmapRequest(
  question: SelectHeatmapQuestion
): MessageInitShape<typeof SelectHeatmapRequestSchema> {
  return {
    ...wireTarget(question),
    step: question.stepSeconds,
    groupBy: [...(question.groupBy ?? [])],
    queryType: heatmapTypes[question.kind],
    exemplarType: question.exemplars === true ? exemplarTypes[question.kind] : undefined,
    limit: wireCount(question.limit),
  };
}

export function stacktracesRequest(
  question: ProfileQuestion,
  format: ProfileFormat
): MessageInitShape<typeof SelectMergeStacktracesRequestSchema> {
  return {
    ...wireTarget(question),
    maxNodes: wireCount(question.maxNodes),
    format,
    stackTraceSelector: wireCallSite(question.callSite),
    profileIdSelector: [...(question.profileIdSelector ?? [])],
    traceIdSelector: [...(question.traceIdSelector ?? [])],
    spanSelector: [...(question.spanSelector ?? [])],
  };
}

export function spanProfileRequest(
  question: ProfileQuestion,
  format: ProfileFormat
): MessageInitShape<typeof SelectMergeSpanProfileRequestSchema> {
  return {
    ...wireTarget(question),
    spanSelector: [...(question.spanSelector ?? [])],
    maxNodes: wireCount(question.maxNodes),
    format,
  };
}

/** What Go's compiler has use for: the usual choice of the backend's own tool, `profilecli query go-pgo`. */
const GO_PGO = { keepLocations: 5, aggregateCallees: true };

/** Spans cannot be selected here. */
export function mergeProfileRequest(question: PprofQuestion): MessageInitShape<typeof SelectMergeProfileRequestSchema> {
  return {
    ...wireTarget(question),
    maxNodes: wireCount(question.maxNodes),
    stackTraceSelector:
      question.forGoCompiler === true
        ? { ...wireCallSite(question.callSite), goPgo: GO_PGO }
        : wireCallSite(question.callSite),
    profileIdSelector: [...(question.profileIdSelector ?? [])],
    traceIdSelector: [...(question.traceIdSelector ?? [])],
  };
}

type Target = TimeSpan & { readonly profileTypeId: string; readonly labelSelector: string };

function wireTarget(target: Target) {
  return {
    profileTypeID: target.profileTypeId,
    labelSelector: target.labelSelector.trim() === '' ? '{}' : target.labelSelector,
    ...wireSpan(target),
  };
}

function wireCallSite(callSite: readonly string[] | undefined) {
  return callSite === undefined || callSite.length === 0 ? undefined : { callSite: callSite.map((name) => ({ name })) };
}

/** A number too large for int64 is sent as a large one, for the backend to refuse. */
function wireCount(count: number | undefined): bigint | undefined {
  if (count === undefined || Number.isNaN(count)) {
    return undefined;
  }
  return BigInt(Math.round(Math.max(Number.MIN_SAFE_INTEGER, Math.min(count, Number.MAX_SAFE_INTEGER))));
}
