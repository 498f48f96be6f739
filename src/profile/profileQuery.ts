/** What a query is answered with. */
export type ProfileQueryType = 'metrics' | 'profile' | 'both' | 'diff' | 'functions' | 'heatmap' | 'exemplars';

/**
 * What one query of the data source asks, as it is saved in a dashboard. The field names are those of Grafana's own
 * Pyroscope query, so that a dashboard works after only its data source is changed. Fields that we do not know are
 * kept as they are. Every text field may hold template variables.
 */
export interface ProfileQuery {
  /** Version of this shape, for migrations. Absent: written by Grafana's own data source, or before versions. */
  schemaVersion?: number;
  /** Absent: both. */
  queryType?: ProfileQueryType;
  /** name:sampleType:sampleUnit:periodType:periodUnit, e.g. process_cpu:cpu:nanoseconds:cpu:nanoseconds. */
  profileTypeId?: string;
  /** More profile types of the same unit, merged with `profileTypeId` into one profile (Java's two kinds of TLAB). */
  otherProfileTypeIds?: string[];
  /** `{service_name="checkout"}`. Empty or absent is `{}`, every service. */
  labelSelector?: string;
  /** Span ids, 16 hexadecimal digits each. */
  spanSelector?: string[];
  /** Trace ids, 32 hexadecimal digits each. Not together with `spanSelector`. */
  traceIdSelector?: string[];
  /** Profile ids (UUIDs). */
  profileIdSelector?: string[];
  /** Labels that split the time series. */
  groupBy?: string[];
  /** A label that splits the flame graph: one subtree for each of its values, largest first, at most `limit`. */
  groupProfileBy?: string;
  /** Most series, groups or functions to return, largest first. */
  limit?: number;
  /** Whether what `limit` leaves out is added up as one more series, "other". */
  includeRest?: boolean;
  /** Names of series, such as `{{service_name}} in {{region}}`. Absent: the labels that tell them apart. */
  legendFormat?: string;
  /** `sum`: a point is all of its step, where that adds up. Else it is the step's rate, or the average of its levels. */
  aggregation?: 'rate' | 'sum' | 'average';
  /** Most nodes of the flame graph, 1 to 1,048,576. Absent: the data source's setting, or the backend's 8,192. */
  maxNodes?: number;
  /** For `diff`: what the profile is compared with. */
  baseline?: ProfileBaseline;
  /** For `functions`. */
  functions?: FunctionsRequest;
  annotations?: boolean;
  includeExemplars?: boolean;
  includeHeatmap?: boolean;
  heatmapType?: 'individual' | 'span';
  /** How the editor shows the query. Absent: builder where it can show all of it. */
  editorMode?: 'builder' | 'code';
}

/**
 * The other side of a comparison: the same query, but for what is given here. The baseline is the left side; the query
 * itself, the right side, is looked at for what it has more or less.
 */
export interface ProfileBaseline {
  /** How much earlier, as a Grafana duration: `1h`, `7d`. Not together with `from` and `to`. */
  shift?: string;
  /** A range of its own, as Grafana writes them: ISO times, epoch milliseconds as text, or `now-7d`. */
  from?: string;
  to?: string;
  /** In place of the query's own. */
  labelSelector?: string;
  /** Value of `service_name`, in place of that in the selector. */
  service?: string;
  profileTypeId?: string;
}

/** The largest functions of a profile, by what was spent in them alone or with all that they called. */
export interface FunctionsRequest {
  /** Absent: self. */
  by?: 'self' | 'total';
  /** Absent: table. As series, the range is asked for step by step. */
  as?: 'table' | 'series';
  /** Only functions whose name matches; a regular expression. */
  name?: string;
}

export const PROFILE_QUERY_VERSION = 1;
/** What the backend takes for an absent `maxNodes`, and the most that it gives. */
export const DEFAULT_MAX_NODES = 8192;
export const LARGEST_MAX_NODES = 1_048_576;
