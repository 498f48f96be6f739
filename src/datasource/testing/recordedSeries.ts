import { recordedCase } from '../../pyroscope/testing/recordings';
import { recordedJson } from '../../pyroscope/testing/replay';
import type { Label, SeriesColumns } from '../../pyroscope/questions';

interface SeriesJson {
  readonly labels?: readonly Label[];
  readonly points?: ReadonlyArray<{ readonly timestamp: string; readonly value?: number }>;
}

/** A recorded answer to SelectSeries, such as `checkout.cpu-step-15`. JSON leaves out zeros. */
export function recordedSeries(name: string): SeriesColumns[] {
  const { series = [] } = recordedJson(recordedCase(`series/${name}`)) as { series?: SeriesJson[] };
  return series.map(({ labels = [], points = [] }) => ({
    labels,
    timestamps: Float64Array.from(points, ({ timestamp }) => Number(timestamp)),
    values: Float64Array.from(points, ({ value = 0 }) => value),
  }));
}
