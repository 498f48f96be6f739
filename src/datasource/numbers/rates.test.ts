import { milliseconds } from '../../base/units';
import type { SeriesColumns } from '../../pyroscope/questions';
import { recordedSeries } from '../testing/recordedSeries';
import { ratePerSecond } from './rates';

const FROM = 1_795_240_800_000;

/** Average of the points that stand for (from, to]. */
function level({ timestamps, values }: SeriesColumns, from: number, to: number): number {
  const inside = Array.from(values).filter((_, i) => timestamps[i] > from && timestamps[i] <= to);
  return inside.reduce((sum, value) => sum + value, 0) / inside.length;
}

const cores = (name: string, stepSeconds: number) =>
  ratePerSecond(recordedSeries(name)[0], milliseconds(stepSeconds * 1000), 1e-9);

test('recorded: CPU of the same 15 minutes is the same number of cores at every step', () => {
  const to = FROM + 900_000;
  const at15 = level(cores('checkout.cpu-step-15', 15), FROM, to);
  expect(at15).toBeCloseTo(0.118, 3);
  expect(level(cores('checkout.process_cpu_cpu', 30), FROM, to)).toBeCloseTo(at15, 12);
  expect(level(cores('checkout.cpu-step-300', 300), FROM, to)).toBeCloseTo(at15, 12);
});

test('recorded: two pods that upload every 30 s are a comb at 15 s, and none at 30 s', () => {
  const spike = [FROM + 255_000, FROM + 345_000] as const;
  const inSpike = ({ timestamps, values }: SeriesColumns) =>
    Array.from(values).filter((_, i) => timestamps[i] > spike[0] && timestamps[i] <= spike[1]);
  const ratio = (values: number[]) => Math.max(...values) / Math.min(...values);
  expect(ratio(inSpike(cores('checkout.cpu-step-15', 15)))).toBeGreaterThan(20);
  expect(ratio(inSpike(cores('checkout.process_cpu_cpu', 30)))).toBeLessThan(2);
});
