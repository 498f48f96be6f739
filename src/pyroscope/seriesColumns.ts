import type { Series } from './gen/types/v1/types_pb';
import type { SeriesColumns } from './questions';

export function seriesColumns({ labels, points }: Series): SeriesColumns {
  const timestamps = new Float64Array(points.length);
  const values = new Float64Array(points.length);
  points.forEach((point, i) => {
    timestamps[i] = Number(point.timestamp);
    values[i] = point.value;
  });
  return { labels: labels.map(({ name, value }) => ({ name, value })), timestamps, values };
}
