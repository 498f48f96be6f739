import { epochMs } from '../../base/units';
import { timelineScene } from './timelineScene';
import type { TimelineSeries } from './timelineSeries';

const span = { from: epochMs(0), to: epochMs(60_000) };
const cpu: TimelineSeries = {
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.of(0, 30_000, 60_000),
  values: Float64Array.of(1, 0, 4),
  stepMs: 30_000,
  partialFirst: false,
  partialLast: false,
};
const formats = {
  time: { utcOffset: () => 0, label: (time: number) => `${time / 1000}s` },
  value: (value: number, decimals?: number) => `${value.toFixed(decimals)} cores`,
  valueBase: 10 as const,
};
const measure = (text: string) => text.length * 6;
const scene = (width: number, height: number, series = [cpu]) =>
  timelineScene(series, { span, width, height, formats, measure });

test('the value axis is as wide as its widest label, and the plot takes the rest', () => {
  const { plot, valueTicks } = scene(500, 150);
  expect(valueTicks.map(({ label }) => label)).toEqual(['0 cores', '1 cores', '2 cores', '3 cores', '4 cores']);
  expect(plot.left).toBe('0 cores'.length * 6 + 9);
  expect(plot.left + plot.width).toBe(500 - 18);
});

test('every tick lies in the plot', () => {
  const { plot, valueTicks, timeTicks } = scene(500, 150);
  for (const { at } of valueTicks) {
    expect(at).toBeGreaterThanOrEqual(plot.top);
    expect(at).toBeLessThanOrEqual(plot.top + plot.height);
  }
  for (const { at } of timeTicks) {
    expect(at).toBeGreaterThanOrEqual(plot.left);
    expect(at).toBeLessThanOrEqual(plot.left + plot.width);
  }
});

test('a narrow timeline has no value labels, and no time label that would be cut off', () => {
  const { plot, valueTicks, timeTicks } = scene(200, 100);
  expect(plot).toMatchObject({ left: 0, width: 200 });
  expect(valueTicks.every(({ label }) => label === '')).toBe(true);
  expect(timeTicks.map(({ label }) => label)).toEqual(['', '15s', '30s', '45s', '']);
});

test('a low timeline is all plot', () => {
  expect(scene(500, 50).timeTicks.every(({ label }) => label === '')).toBe(true);
  expect(scene(500, 50).plot.height).toBe(42);
});

test('the area below a line is tinted only where it is the only one, and where the axis has its zero', () => {
  expect(scene(500, 150).filled).toBe(true);
  expect(scene(500, 150, [cpu, cpu]).filled).toBe(false);
  expect(scene(500, 150, [{ ...cpu, values: Float64Array.of(100, 105, 110) }]).filled).toBe(false);
});

test('no room at all is no error', () => {
  expect(scene(0, 0).plot).toMatchObject({ width: 0, height: 0 });
});
