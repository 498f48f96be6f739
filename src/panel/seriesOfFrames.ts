import {
  FieldType,
  getFieldDisplayName,
  getFieldSeriesColor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import { pyrolensMeta } from '../frames/frameMeta';
import type { TimelineSeries } from '../timeline/layout/timelineSeries';

/** Lines of the timeline: every number field of the frames, but those that an override hides. */
export function seriesOfFrames(frames: readonly DataFrame[], theme: GrafanaTheme2): TimelineSeries[] {
  const all = frames.slice();
  return frames
    .flatMap((frame) => shownFields(frame).map((field) => ({ frame, field })))
    .map(({ frame, field }, index) => lineOf(frame, field, getFieldDisplayName(field, frame, all), index, theme));
}

/** The field whose unit and decimals the timeline's numbers have. */
export function valueFieldOf(frames: readonly DataFrame[]): Field | undefined {
  return frames.flatMap(shownFields)[0];
}

function shownFields(frame: DataFrame): Field[] {
  return frame.fields.filter(({ type, config }) => type === FieldType.number && !isHidden(config.custom));
}

function isHidden(custom: unknown): boolean {
  const { hideFrom } = (custom ?? {}) as { hideFrom?: { viz?: boolean } };
  return hideFrom?.viz === true;
}

function lineOf(frame: DataFrame, field: Field, name: string, index: number, theme: GrafanaTheme2): TimelineSeries {
  const times = frame.fields.find(({ type }) => type === FieldType.time);
  const note = pyrolensMeta(frame);
  const ours = note?.kind === 'series' ? note : undefined;
  return {
    name,
    colour: colourOf(field, index, theme),
    timestamps: Float64Array.from((times?.values ?? []) as ArrayLike<number>),
    // A missing value is null in a frame, and would be 0 in the column.
    values: Float64Array.from(field.values as ArrayLike<unknown>, (value) => (typeof value === 'number' ? value : NaN)),
    stepMs: ours?.stepMs ?? 0,
    partialFirst: ours?.partialFirst ?? false,
    partialLast: ours?.partialLast ?? false,
    ...(ours?.isRest === true ? { isRest: true } : {}),
  };
}

/** The classic palette counts our lines alone: Grafana's own count includes the fields of a profile beside them. */
function colourOf(field: Field, index: number, theme: GrafanaTheme2): string {
  if (field.config.color === undefined) {
    const { palette } = theme.visualization;
    return theme.visualization.getColorByName(palette[index % palette.length]);
  }
  return getFieldSeriesColor({ ...field, state: { ...field.state, seriesIndex: index } }, theme).color;
}
