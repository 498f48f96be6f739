import { ProblemError } from '../base/problem';
import { epochMs, type EpochMs, type TimeSpan } from '../base/units';
import type { CallTree } from '../profile/callTree';
import type { DecodeOptions } from '../profile/decodeTree';
import type { ProfileQuestion } from '../profile/profileSource';
import { ProfileFormat, QuerierService } from './gen/querier/v1/querier_pb';
import { decodersInPlace, type ProfileDecoders } from './profileDecoders';
import {
  mergeProfileRequest,
  selectHeatmapRequest,
  selectSeriesRequest,
  spanProfileRequest,
  stacktracesRequest,
  wireSpan,
} from './profileRequests';
import { sampleUnitOf, type ProfileType } from './profileTypeId';
import type {
  Heatmap,
  Label,
  LabelNamesQuestion,
  LabelValuesQuestion,
  PprofQuestion,
  ProfileStats,
  SelectHeatmapQuestion,
  SelectSeriesQuestion,
  SeriesColumns,
  SeriesQuestion,
} from './questions';
import { readHeatmap } from './readHeatmap';
import { seriesColumns } from './seriesColumns';
import { callForBytes, settle, settleDecoding, type Address } from './transport';
import { createUnaryClient } from './unaryClient';

export interface PyroscopeClientOptions extends Address {
  /** Absent: profiles are decoded where the client is. */
  readonly decoders?: ProfileDecoders;
}

/**
 * The questions that a Pyroscope-compatible backend answers, one request each. All reject with a ProblemError, or once
 * the signal is aborted with its reason (an AbortError). No data is an empty answer, not an error; so is a profile
 * type that the backend does not have. A backend ignores what it is too old to know: `profileIdSelector` before 2025-12,
 * `traceIdSelector` before 2026-07, `callSite` and `exemplars` on its older storage.
 */
export interface PyroscopeClient {
  profileTypes(span: TimeSpan, signal: AbortSignal): Promise<ProfileType[]>;
  labelNames(question: LabelNamesQuestion, signal: AbortSignal): Promise<string[]>;
  labelValues(question: LabelValuesQuestion, signal: AbortSignal): Promise<string[]>;
  /** Distinct label sets. */
  series(question: SeriesQuestion, signal: AbortSignal): Promise<Array<readonly Label[]>>;
  /** Largest sum first. */
  selectSeries(question: SelectSeriesQuestion, signal: AbortSignal): Promise<SeriesColumns[]>;
  mergeStacktraces(question: ProfileQuestion, signal: AbortSignal): Promise<CallTree>;
  /** An uncompressed google.v1.Profile. Whole, unless the question has `maxNodes`. */
  mergeProfile(question: PprofQuestion, signal: AbortSignal): Promise<Uint8Array>;
  /** `left` is the baseline. In the left side's unit, or in an unknown one if the right side has another. */
  diff(left: ProfileQuestion, right: ProfileQuestion, signal: AbortSignal): Promise<CallTree>;
  profileStats(signal: AbortSignal): Promise<ProfileStats>;
}

/** And what only backends with the newer storage answer. The others reject with an `unsupported` problem. */
export interface FullPyroscopeClient extends PyroscopeClient {
  selectHeatmap(question: SelectHeatmapQuestion, signal: AbortSignal): Promise<Heatmap>;
}

export function createPyroscopeClient({
  decoders = decodersInPlace,
  ...address
}: PyroscopeClientOptions): FullPyroscopeClient {
  const querier = createUnaryClient(QuerierService, address);
  return {
    async profileTypes(span, signal) {
      const request = wireSpan(span);
      const { profileTypes } = await settle(() => querier.profileTypes(request, { signal }), signal);
      return profileTypes.map(({ ID, name, sampleType, sampleUnit, periodType, periodUnit }) => ({
        id: ID,
        name,
        sampleType,
        sampleUnit,
        periodType,
        periodUnit,
      }));
    },

    async labelNames({ matchers, span }, signal) {
      const request = { matchers: [...matchers], ...wireSpan(span) };
      const { names } = await settle(() => querier.labelNames(request, { signal }), signal);
      return names;
    },

    async labelValues({ name, matchers, span }, signal) {
      const request = { name, matchers: [...matchers], ...wireSpan(span) };
      const { names } = await settle(() => querier.labelValues(request, { signal }), signal);
      return names;
    },

    async series({ matchers, labelNames, span }, signal) {
      const request = { matchers: [...matchers], labelNames: [...labelNames], ...wireSpan(span) };
      const { labelsSet } = await settle(() => querier.series(request, { signal }), signal);
      return labelsSet.map(({ labels }) => labels.map(({ name, value }) => ({ name, value })));
    },

    async selectSeries(question, signal) {
      const request = selectSeriesRequest(question);
      const { series } = await settle(() => querier.selectSeries(request, { signal }), signal);
      return series.map(seriesColumns);
    },

    async selectHeatmap(question, signal) {
      const request = selectHeatmapRequest(question);
      const { series } = await settle(() => querier.selectHeatmap(request, { signal }), signal);
      return readHeatmap(series);
    },

    async mergeStacktraces(question, signal) {
      const { tree, flamegraph } = await settle<{ tree: Uint8Array; flamegraph: Uint8Array }>(() => {
        return isSpanQuestion(question)
          ? querier.selectMergeSpanProfile(spanProfileRequest(question, ProfileFormat.TREE), { signal })
          : querier.selectMergeStacktraces(stacktracesRequest(question, ProfileFormat.TREE), { signal });
      }, signal);
      const options = decodeOptions(question);
      // A backend from before the tree format ignores it and sends a flame graph.
      return settleDecoding(() => {
        return tree.length === 0 && flamegraph.length > 0
          ? decoders.flameGraph(flamegraph, options, signal)
          : decoders.tree(tree, options, signal);
      }, signal);
    },

    async mergeProfile(question, signal) {
      if (!hasSome(question.spanSelector)) {
        const request = mergeProfileRequest(question);
        return settle(() => callForBytes(address, QuerierService.method.selectMergeProfile, request, signal), signal);
      }
      const request = stacktracesRequest(question, ProfileFormat.PPROF);
      const { pprof } = await settle(() => querier.selectMergeStacktraces(request, { signal }), signal);
      if (pprof === undefined) {
        throw new ProblemError({
          kind: 'unsupported',
          sentence:
            'This backend has no pprof profiles of single spans: update it, or ask for the flame graph instead.',
        });
      }
      return pprof.profile;
    },

    async diff(left, right, signal) {
      const request = {
        left: stacktracesRequest(left, ProfileFormat.UNSPECIFIED),
        right: stacktracesRequest(right, ProfileFormat.UNSPECIFIED),
      };
      const { flamegraph } = await settle(() => querier.diff(request, { signal }), signal);
      return settleDecoding(() => decoders.flameGraphDiff(flamegraph, diffOptions(left, right), signal), signal);
    },

    async profileStats(signal) {
      const stats = await settle(() => querier.getProfileStats({}, { signal }), signal);
      return {
        dataIngested: stats.dataIngested,
        ...known('oldest', stats.oldestProfileTime),
        ...known('newest', stats.newestProfileTime),
      };
    },
  };
}

/**
 * Whether the older method for spans can answer. It goes first because every backend has it, while one from before
 * 2026-07 ignores the spans in SelectMergeStacktraces and answers with the whole profile.
 */
function isSpanQuestion(question: ProfileQuestion): boolean {
  return (
    hasSome(question.spanSelector) &&
    !hasSome(question.traceIdSelector) &&
    !hasSome(question.profileIdSelector) &&
    !hasSome(question.callSite)
  );
}

function hasSome(list: readonly string[] | undefined): boolean {
  return list !== undefined && list.length > 0;
}

function decodeOptions({ profileTypeId, maxNodes }: ProfileQuestion): DecodeOptions {
  return { unit: sampleUnitOf(profileTypeId), maxNodes: maxNodes || undefined };
}

function diffOptions(left: ProfileQuestion, right: ProfileQuestion): DecodeOptions {
  const unit = sampleUnitOf(left.profileTypeId);
  return {
    unit: unit === sampleUnitOf(right.profileTypeId) ? unit : 'unknown',
    // The backend takes the larger one for both sides.
    maxNodes: Math.max(left.maxNodes ?? 0, right.maxNodes ?? 0) || undefined,
  };
}

/** Protobuf has no absent int64: the backend means "not known" by a zero. */
function known(name: 'oldest' | 'newest', time: bigint): { [N in typeof name]?: EpochMs } {
  return time === 0n ? {} : { [name]: epochMs(Number(time)) };
}
