import { DataTopic, FieldType, type DataFrame } from '@grafana/data';

/** A mark on a time line. */
export interface AnnotationInput {
  /** Milliseconds since the Unix epoch. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tags: readonly string[];
}

/** Marks as Grafana's panels take annotations that come with data: regions with a text, in a frame of that topic. */
export function annotationFrame(marks: readonly AnnotationInput[], refId: string, name: string): DataFrame {
  return {
    refId,
    name,
    length: marks.length,
    fields: [
      { name: 'time', type: FieldType.time, config: {}, values: marks.map(({ from }) => from) },
      { name: 'timeEnd', type: FieldType.time, config: {}, values: marks.map(({ to }) => to) },
      { name: 'isRegion', type: FieldType.boolean, config: {}, values: marks.map(({ from, to }) => to > from) },
      { name: 'text', type: FieldType.string, config: {}, values: marks.map(({ text }) => text) },
      { name: 'tags', type: FieldType.other, config: {}, values: marks.map(({ tags }) => [...tags]) },
      { name: 'color', type: FieldType.string, config: {}, values: marks.map(() => 'orange') },
    ],
    meta: { dataTopic: DataTopic.Annotations },
  };
}
