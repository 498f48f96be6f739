import { epochMs } from '../base/units';
import type { Series } from './gen/types/v1/types_pb';
import type { Exemplar, PointAnnotation, SeriesColumns } from './questions';
import { readExemplar } from './readExemplar';

export function seriesColumns({ labels, points }: Series): SeriesColumns {
  const timestamps = new Float64Array(points.length);
  const values = new Float64Array(points.length);
  const exemplars: Exemplar[] = [];
  const annotations: PointAnnotation[] = [];
  points.forEach((point, i) => {
    timestamps[i] = Number(point.timestamp);
    values[i] = point.value;
    exemplars.push(...point.exemplars.map(readExemplar));
    for (const { key, value } of point.annotations) {
      annotations.push({ timestamp: epochMs(timestamps[i]), key, value });
    }
  });
  return {
    labels: labels.map(({ name, value }) => ({ name, value })),
    timestamps,
    values,
    ...(exemplars.length > 0 ? { exemplars } : {}),
    ...(annotations.length > 0 ? { annotations } : {}),
  };
}
