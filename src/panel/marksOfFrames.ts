import {
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  type DataFrame,
  type GrafanaTheme2,
} from '@grafana/data';
import type { TimeSpan } from '../base/units';
import type { TimelineAnnotation } from '../timeline/layout/annotationPlaces';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';

const ID_FIELDS = { 'Profile ID': 'profileId', 'Span ID': 'spanId', 'Trace ID': 'traceId' } as const;
/** Fields of an exemplar's value: as the series beside it counts, and what it holds itself. */
const IN_SERIES_UNIT = 'Value';
const IN_SAMPLE_UNIT = 'Total';

/** Whether a frame of annotations holds exemplars: the name by which Grafana's own panels know them. */
function isExemplarFrame(frame: DataFrame): boolean {
  return frame.name === 'exemplar';
}

/** Of the frames of annotations those that belong to these frames: the marks of their queries, and of no query at all. */
export function marksOf(marks: readonly DataFrame[], frames: readonly DataFrame[]): DataFrame[] {
  const own = new Set(frames.map(({ refId }) => refId));
  return marks.filter((mark) => !isExemplarFrame(mark) || own.has(mark.refId));
}

/**
 * Exemplars of frames as Grafana's time series panel takes them.
 *
 * @param axis what the value axis counts: a heatmap's is in sample units
 */
export function exemplarsOfFrames(
  frames: readonly DataFrame[],
  axis: 'series' | 'samples',
  theme: GrafanaTheme2
): TimelineExemplar[] {
  return frames.filter(isExemplarFrame).flatMap((frame) => {
    const named = (name: string) => frame.fields.find((field) => field.name === name);
    const times = frame.fields.find(({ type }) => type === FieldType.time);
    const total = named(IN_SAMPLE_UNIT);
    const values = (axis === 'samples' ? total : undefined) ?? named(IN_SERIES_UNIT);
    if (times === undefined || values === undefined) {
      return [];
    }
    const display = total && getDisplayProcessor({ field: total, theme });
    const labels = frame.fields.filter(({ name, type }) => type === FieldType.string && !(name in ID_FIELDS));
    return Array.from({ length: frame.length }, (_, i): TimelineExemplar => ({
      time: Number(times.values[i]),
      value: Number(values.values[i]),
      ...(display === undefined ? {} : { valueText: formattedValueToString(display(total?.values[i])) }),
      labels: labels.flatMap(({ name, values: texts }) => {
        const value = String(texts[i] ?? '');
        return value === '' ? [] : [{ name, value }];
      }),
      ...Object.fromEntries(
        Object.entries(ID_FIELDS).flatMap(([name, key]) => {
          const id = String(named(name)?.values[i] ?? '');
          return id === '' ? [] : [[key, id]];
        })
      ),
    }));
  });
}

/** What happened meanwhile, of frames as Grafana's panels are given annotations, by dashboards and by queries. */
export function annotationsOfFrames(frames: readonly DataFrame[], theme: GrafanaTheme2): TimelineAnnotation[] {
  return frames
    .filter((frame) => !isExemplarFrame(frame))
    .flatMap((frame) => {
      const column = (name: string): readonly unknown[] =>
        (frame.fields.find((field) => field.name === name)?.values as readonly unknown[] | undefined) ?? [];
      const times = column('time');
      const text = (name: string, i: number) => {
        const value = column(name)[i];
        return typeof value === 'string' ? value : '';
      };
      return times.flatMap((time, i): TimelineAnnotation[] => {
        if (typeof time !== 'number') {
          return [];
        }
        const end = column('timeEnd')[i];
        const tags = column('tags')[i];
        const colour = text('color', i);
        return [
          {
            time,
            ...(typeof end === 'number' && end > time ? { timeEnd: end } : {}),
            ...(text('title', i) === '' ? {} : { title: text('title', i) }),
            text: text('text', i),
            ...(Array.isArray(tags) ? { tags: tags.map(String) } : {}),
            ...(colour === '' ? {} : { colour: theme.visualization.getColorByName(colour) }),
          },
        ];
      });
    });
}

/** A part of the range that the selected one is compared with. */
export function baselineMark({ from, to }: TimeSpan, theme: GrafanaTheme2): TimelineAnnotation {
  return { time: from, timeEnd: to, text: 'Baseline of the comparison', colour: theme.colors.warning.main };
}
