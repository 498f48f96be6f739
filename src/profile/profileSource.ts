import type { EpochMs } from '../base/units';
import type { CallTree } from './callTree';

/** A question about one profile, with nothing left to interpolate. Plain data. */
export interface ProfileQuestion {
  readonly profileTypeId: string;
  /** More profile types, of the same unit, whose profiles are added to it. */
  readonly otherProfileTypeIds?: readonly string[];
  /** `{service_name="checkout"}`; `{}` is every service. */
  readonly labelSelector: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Most nodes to return. Absent: the backend's default. */
  readonly maxNodes?: number;
  readonly spanSelector?: readonly string[];
  readonly traceIdSelector?: readonly string[];
  readonly profileIdSelector?: readonly string[];
  /** Names from the outermost function inwards: only stacks that begin with these. */
  readonly callSite?: readonly string[];
}

/** One profile as an answer. Plain data. */
export interface ProfileAnswer {
  readonly tree: CallTree;
  /**
   * For types that are snapshots (memory in use, goroutines): how many snapshots the values are the average of.
   * Absent for types that add up.
   */
  readonly averagedOver?: number;
}

/** The profile of one value of a label. */
export interface LabelValueProfile {
  readonly value: string;
  readonly tree: CallTree;
}

/** One function over time. */
export interface FunctionSeries {
  /** Ends of the steps, milliseconds since the Unix epoch, ascending. */
  readonly timestamps: Float64Array;
  /** What was spent in the function, alone and with all that it called, as `unit` says. */
  readonly self: Float64Array;
  readonly total: Float64Array;
  /** Grafana unit id, such as `cores`, `binBps`, `bytes`. */
  readonly unit: string;
}

/** What the settings of a data source say about the code behind its profiles. */
export interface SourceLinkSettings {
  /** `https://host/{repo}/blob/{ref}/{path}#L{line}`; {path} and {line} are the function's, other names are labels. */
  readonly template: string;
}

/** Money; `currency` is a code of ISO 4217, such as `EUR`. */
export interface Cost {
  readonly amount: number;
  readonly currency: string;
}

/**
 * How a panel asks a data source more than it was given: the brushed range, the subtree behind "other". A data source
 * that can answer has it as its property `profileSource`; what passes is plain data, because panel and data source are
 * bundles of their own. Rejects with an error that carries a `Problem`; aborting the signal cancels the request.
 *
 * Methods that are absent are questions that this data source cannot answer: whoever would ask hides the way to it.
 */
export interface ProfileSource {
  readonly version: 1;
  profile(question: ProfileQuestion, signal: AbortSignal): Promise<ProfileAnswer>;
  /** Both sides in one tree, the first as the baseline. The profile types may differ if their units do not. */
  diff?(baseline: ProfileQuestion, compared: ProfileQuestion, signal: AbortSignal): Promise<ProfileAnswer>;
  /** The whole profile in the pprof format, not compressed: it has lines, and every stack. */
  pprof?(question: ProfileQuestion, signal: AbortSignal): Promise<Uint8Array>;
  /** The same made smaller for Go's compiler, which optimises a program by it (go.dev/doc/pgo). */
  goPgo?(question: ProfileQuestion, signal: AbortSignal): Promise<Uint8Array>;
  /** Names of the labels that the profile can be split by. */
  labelNames?(question: ProfileQuestion, signal: AbortSignal): Promise<readonly string[]>;
  /** The profile split by a label, the largest values first, at most `limit` of them. */
  byLabel?(
    question: ProfileQuestion,
    label: string,
    limit: number,
    signal: AbortSignal
  ): Promise<readonly LabelValueProfile[]>;
  /** A function, by its full name, over the question's range in at most `steps` steps. */
  functionSeries?(
    question: ProfileQuestion,
    functionName: string,
    steps: number,
    signal: AbortSignal
  ): Promise<FunctionSeries>;
  /** Values of the labels that all of the profile has in common: what a source link may name. */
  commonLabels?(question: ProfileQuestion, signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /**
   * What a value of the question's profile comes to in a month that is like the question's range; undefined where what
   * the profile counts has no price. Absent: the settings have none.
   */
  costPerMonth?(question: ProfileQuestion, value: number): Cost | undefined;
  readonly sourceLink?: SourceLinkSettings;
}

/** The profile source of a data source instance, if it has one that we understand. */
export function profileSourceOf(dataSource: unknown): ProfileSource | undefined {
  if (typeof dataSource !== 'object' || dataSource === null || !('profileSource' in dataSource)) {
    return undefined;
  }
  const source = dataSource.profileSource;
  const understood = typeof source === 'object' && source !== null && 'version' in source && source.version === 1;
  return understood ? (source as ProfileSource) : undefined;
}
