import { DataTopic, FieldType, type DataFrame, type DataLink, type Field } from '@grafana/data';

/** One profile or span of many. */
export interface ExemplarInput {
  /** Milliseconds since the Unix epoch. */
  readonly timestamp: number;
  /** In the unit of the time series that it stands beside. */
  readonly value: number;
  /** What it holds itself, in the unit of a flame graph. */
  readonly total: number;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly profileId?: string;
  readonly spanId?: string;
  readonly traceId?: string;
}

export interface ExemplarFrameOptions {
  readonly refId: string;
  /** Name of a table; marks have a name that Grafana knows them by. */
  readonly name: string;
  readonly seriesUnit: string;
  readonly profileUnit: string;
  /** Marks beside a time series; otherwise a table of its own. */
  readonly besideSeries: boolean;
  /** What a click on an id leads to, by `${__value.raw}`. */
  readonly links?: { readonly profileId?: DataLink; readonly spanId?: DataLink };
}

/**
 * Exemplars as Grafana's time series panel takes them (public/app/plugins/panel/timeseries/plugins/ExemplarsPlugin.tsx):
 * a frame named "exemplar" among the annotations, with the fields `Time` and `Value`; the others are shown when one
 * points at it. In order of time; a column that no exemplar has anything in is left out.
 */
export function exemplarFrame(exemplars: readonly ExemplarInput[], options: ExemplarFrameOptions): DataFrame {
  const sorted = [...exemplars].sort((a, b) => a.timestamp - b.timestamp);
  const labelNames = [...new Set(sorted.flatMap(({ labels }) => labels.map(({ name }) => name)))].sort();
  const text = (name: string, valueOf: (exemplar: ExemplarInput) => string | undefined, link?: DataLink): Field[] => {
    const values = sorted.map((each) => valueOf(each) ?? '');
    return values.every((value) => value === '')
      ? []
      : [{ name, type: FieldType.string, config: link === undefined ? {} : { links: [link] }, values }];
  };
  const { seriesUnit, profileUnit, besideSeries, links = {} } = options;
  return {
    refId: options.refId,
    name: besideSeries ? 'exemplar' : options.name,
    length: sorted.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: sorted.map(({ timestamp }) => timestamp) },
      {
        name: 'Value',
        type: FieldType.number,
        // Grafana would call a field of this name as its frame is called.
        config: { unit: seriesUnit, displayNameFromDS: 'Value' },
        values: sorted.map(({ value }) => value),
      },
      {
        name: 'Total',
        type: FieldType.number,
        config: { unit: profileUnit },
        values: sorted.map(({ total }) => total),
      },
      ...labelNames.flatMap((name) => text(name, ({ labels }) => labels.find((label) => label.name === name)?.value)),
      ...text('Profile ID', ({ profileId }) => profileId, links.profileId),
      ...text('Span ID', ({ spanId }) => spanId, links.spanId),
      ...text('Trace ID', ({ traceId }) => traceId),
    ],
    meta: besideSeries
      ? { dataTopic: DataTopic.Annotations, custom: { resultType: 'exemplar' } }
      : { preferredVisualisationType: 'table' },
  };
}
