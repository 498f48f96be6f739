import type { EpochMs, Seconds, TimeSpan } from '../base/units';

/*
 * What can be asked of a backend besides profiles (those are `ProfileQuestion`), and what it answers. `matchers` are
 * label selectors such as `{service_name="checkout"}`; none at all means everything. Times are rounded to whole
 * milliseconds.
 */

export interface LabelNamesQuestion {
  readonly matchers: readonly string[];
  readonly span: TimeSpan;
}

export interface LabelValuesQuestion {
  readonly name: string;
  readonly matchers: readonly string[];
  readonly span: TimeSpan;
}

export interface SeriesQuestion {
  readonly matchers: readonly string[];
  /** Labels to return. Empty: all. `['service_name', '__profile_type__']` without matchers is answered fastest. */
  readonly labelNames: readonly string[];
  readonly span: TimeSpan;
}

export interface SelectSeriesQuestion {
  readonly profileTypeId: string;
  /** Empty is `{}`, every service. */
  readonly labelSelector: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** At least 0.001. */
  readonly stepSeconds: Seconds;
  /** Labels that split the series. Absent or empty: one series. */
  readonly groupBy?: readonly string[];
  /** Most series to return, largest first; the rest is dropped. */
  readonly limit?: number;
  /** The newer storage ignores it and adds up. */
  readonly aggregation?: 'sum' | 'average';
  /** Names from the outermost function inwards: only stacks that begin with these. The newer storage ignores it. */
  readonly callSite?: readonly string[];
}

export interface Label {
  readonly name: string;
  readonly value: string;
}

/** One time series. Plain data; both columns have the same length, times ascend. */
export interface SeriesColumns {
  readonly labels: readonly Label[];
  /** Milliseconds since the Unix epoch. Steps without a profile are left out. */
  readonly timestamps: Float64Array;
  /** Sum over (timestamp - step, timestamp], in the sample unit of the profile type. */
  readonly values: Float64Array;
}

export interface ProfileStats {
  /** Whether the tenant ever sent a profile. */
  readonly dataIngested: boolean;
  /** Absent where the backend does not know. */
  readonly oldest?: EpochMs;
  readonly newest?: EpochMs;
}
