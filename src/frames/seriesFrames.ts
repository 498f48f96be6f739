import { DataFrameType, DataTopic, FieldType, type DataFrame, type Labels } from '@grafana/data';
import { PANEL_ID } from '../pluginIds';
import type { SeriesFrameMeta } from './frameMeta';
import { isProfileFrame } from './frameToCallTree';
import { isHeatmapFrame } from './heatmapFrame';

/** One time series in columns: point `i` is (timestamps[i], values[i]). */
export interface SeriesInput {
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  /** Milliseconds since the Unix epoch, ascending. */
  readonly timestamps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

export interface SeriesFrameOptions {
  readonly refId: string;
  /** Name of the values: what a series without labels is called. */
  readonly name: string;
  /** Grafana's unit id for the values. */
  readonly unit: string;
  readonly meta: SeriesFrameMeta;
  /** What a series is called. Absent: its labels' values, or `name` where it has none. */
  readonly displayName?: (labels: Labels) => string;
  /**
   * Whether to send the frames to our own panel, which draws them above the flame graph, by
   * `meta.preferredVisualisationPluginId`. Explore goes by it; a dashboard's panel draws what it is given.
   */
  readonly toOurPanel: boolean;
  /** Whether a profile comes in the same answer. */
  readonly besideProfile?: boolean;
}

/**
 * Time series as Grafana's frames, one a series: a time field and a number field that carries the labels, the unit and
 * the name to show. `preferredVisualisationType` is "graph".
 */
export function seriesToFrames(series: readonly SeriesInput[], options: SeriesFrameOptions): DataFrame[] {
  return series.map(({ labels, timestamps, values }) => {
    const fieldLabels: Labels = Object.fromEntries(labels.map(({ name, value }) => [name, value]));
    const displayName = options.displayName?.(fieldLabels) ?? nameByLabels(labels, options.name);
    return {
      refId: options.refId,
      name: displayName,
      length: timestamps.length,
      fields: [
        { name: 'time', type: FieldType.time, config: {}, values: Array.from(timestamps) },
        {
          name: options.name,
          type: FieldType.number,
          labels: fieldLabels,
          config: {
            unit: options.unit,
            displayNameFromDS: displayName,
            // Grafana would look for the least and greatest value of all fields, through each row of the profile.
            ...(options.besideProfile === true ? { fieldMinMax: true } : {}),
          },
          values: Array.from(values),
        },
      ],
      meta: {
        preferredVisualisationType: 'graph',
        ...(options.toOurPanel ? { preferredVisualisationPluginId: PANEL_ID } : {}),
        custom: { pyrolens: options.meta },
      },
    };
  });
}

/**
 * Whether a frame holds time series: a time field and a number field. Other forms have both as well: nested sets,
 * heatmaps, marks on a time line, and what says of itself that it is a table, such as one of single profiles.
 */
export function isSeriesFrame(frame: DataFrame): boolean {
  const { type, dataTopic, preferredVisualisationType } = frame.meta ?? {};
  return (
    frame.fields.some((field) => field.type === FieldType.time) &&
    frame.fields.some((field) => field.type === FieldType.number) &&
    dataTopic !== DataTopic.Annotations &&
    preferredVisualisationType !== 'table' &&
    type !== DataFrameType.HeatmapRows &&
    type !== DataFrameType.HeatmapCells &&
    !isHeatmapFrame(frame) &&
    !isProfileFrame(frame)
  );
}

function nameByLabels(labels: SeriesInput['labels'], name: string): string {
  return labels.length === 0 ? name : labels.map(({ value }) => value).join(', ');
}
