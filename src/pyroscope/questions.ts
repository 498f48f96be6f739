import type { EpochMs, Seconds, TimeSpan } from '../base/units';
import type { ProfileQuestion } from '../profile/profileSource';

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
  /** Single profiles to be named beside the points. No backend so far can name spans here: ask for a heatmap. */
  readonly exemplars?: ExemplarKind;
}

export interface PprofQuestion extends ProfileQuestion {
  /** Made smaller for Go's compiler: the innermost calls alone. A backend that is too old for it gives all of it. */
  readonly forGoCompiler?: true;
}

/** Profiles as they were sent, or the spans that they were split by. */
export type ExemplarKind = 'individual' | 'span';

export interface SelectHeatmapQuestion {
  readonly profileTypeId: string;
  /** Empty is `{}`, every service. */
  readonly labelSelector: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** At least 0.001. */
  readonly stepSeconds: Seconds;
  /** What is counted. */
  readonly kind: ExemplarKind;
  /** Labels that split the heatmap. Absent or empty: one series. */
  readonly groupBy?: readonly string[];
  /** Most series to return, largest first; the rest is dropped. */
  readonly limit?: number;
  /** Whether to name the largest profile or span of each cell. */
  readonly exemplars?: boolean;
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
  /** In the order of the points that they belong to. Absent without any. */
  readonly exemplars?: readonly Exemplar[];
  /** What the backend noted about profiles as they came in. Absent without any. */
  readonly annotations?: readonly PointAnnotation[];
}

/** One profile, or one span of it, out of many that were added up. Plain data. */
export interface Exemplar {
  /** When it was sent. May lie up to one step before the range: the first point reaches back that far. */
  readonly timestamp: EpochMs;
  /** Its own sum, in the sample unit of the profile type. */
  readonly value: number;
  /** Without those of the series that it stands beside. */
  readonly labels: readonly Label[];
  /** A UUID; for exemplars of profiles. */
  readonly profileId?: string;
  /** 16 hexadecimal digits; for exemplars of spans. */
  readonly spanId?: string;
  /** 32 hexadecimal digits; where the span's trace was sent too. */
  readonly traceId?: string;
}

export interface PointAnnotation {
  /** Time of the point. */
  readonly timestamp: EpochMs;
  /** Such as `pyroscope.ingest.throttled`. */
  readonly key: string;
  /** JSON; `readThrottling` reads that of throttling. */
  readonly value: string;
}

/** How many profiles, or spans, of which size there were when. Plain data. */
export interface Heatmap {
  /**
   * Lower bounds of the buckets, ascending, in the sample unit. Buckets are equally wide; the last one holds its upper
   * bound too, which the backend does not tell. Empty without data.
   */
  readonly bucketMins: Float64Array;
  readonly series: readonly HeatmapSeries[];
  /** The backend had other buckets: where a profile was in them is taken to be anywhere. Counts of slots are right. */
  readonly isSpread?: true;
}

export interface HeatmapSeries {
  readonly labels: readonly Label[];
  /** Ends of the slots, ascending: each is (timestamp - step, timestamp]. Slots without a profile are left out. */
  readonly timestamps: Float64Array;
  /** Slot by slot, as many for each as there are buckets. */
  readonly counts: Uint32Array;
  readonly exemplars: readonly Exemplar[];
}

export interface ProfileStats {
  /** Whether the tenant ever sent a profile. */
  readonly dataIngested: boolean;
  /** Absent where the backend does not know. */
  readonly oldest?: EpochMs;
  readonly newest?: EpochMs;
}
