/**
 * What one query of the data source asks, as it is saved in a dashboard. The field names are those of Grafana's own
 * Pyroscope query, so that a dashboard works after only its data source is changed. Fields that we do not know are
 * kept as they are. Every text field may hold template variables.
 */
export interface ProfileQuery {
  /** Version of this shape, for migrations. Absent: written by Grafana's own data source, or before versions. */
  schemaVersion?: number;
  /** What to answer: time series, a flame graph, or both. Absent: both. */
  queryType?: 'metrics' | 'profile' | 'both';
  /** name:sampleType:sampleUnit:periodType:periodUnit, e.g. process_cpu:cpu:nanoseconds:cpu:nanoseconds. */
  profileTypeId?: string;
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
  /** Most series to return, largest first. */
  limit?: number;
  /** Most nodes of the flame graph, 1 to 1,048,576. Absent: the backend's default, 8,192. */
  maxNodes?: number;
  annotations?: boolean;
  includeExemplars?: boolean;
  includeHeatmap?: boolean;
  heatmapType?: 'individual' | 'span';
}

export const PROFILE_QUERY_VERSION = 1;
/** What the backend takes for an absent `maxNodes`, and the most that it gives. */
export const DEFAULT_MAX_NODES = 8192;
export const LARGEST_MAX_NODES = 1_048_576;
