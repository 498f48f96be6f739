import type { EpochMs } from '../base/units';
import type { CallTree } from './callTree';

/** A question about one profile, with nothing left to interpolate. Plain data. */
export interface ProfileQuestion {
  readonly profileTypeId: string;
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

/**
 * How a panel asks a data source more than it was given: the brushed range, the subtree behind "other". A data source
 * that can answer has it as its property `profileSource`; what passes is plain data, because panel and data source are
 * bundles of their own. Rejects with an error that carries a `Problem`; aborting the signal cancels the request.
 */
export interface ProfileSource {
  readonly version: 1;
  profile(question: ProfileQuestion, signal: AbortSignal): Promise<ProfileAnswer>;
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
