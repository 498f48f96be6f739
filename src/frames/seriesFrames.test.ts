import { DataFrameType, FieldType, getFieldDisplayName, type DataFrame } from '@grafana/data';
import { epochMs } from '../base/units';
import { PANEL_ID } from '../pluginIds';
import { textProfile } from '../profile/textProfile';
import { callTreeToFrame } from './callTreeToFrame';
import { exemplarFrame } from './exemplarFrame';
import { pyrolensMeta, type SeriesFrameMeta } from './frameMeta';
import { heatmapFrame, isHeatmapFrame } from './heatmapFrame';
import { isSeriesFrame, seriesToFrames } from './seriesFrames';

const question = { profileTypeId: 'p', labelSelector: '{}', from: epochMs(0), to: epochMs(60_000) };
const meta: SeriesFrameMeta = {
  version: 1,
  kind: 'series',
  question,
  stepMs: 15_000,
  partialFirst: false,
  partialLast: true,
};
const options = { refId: 'A', name: 'CPU', unit: 'cores', meta, toOurPanel: false };
const byRegion = {
  labels: [
    { name: 'region', value: 'eu' },
    { name: 'pod', value: 'p1' },
  ],
  timestamps: Float64Array.of(1000, 2000),
  values: Float64Array.of(0.5, 0.25),
};
const total = { labels: [], timestamps: Float64Array.of(1000), values: Float64Array.of(3) };

test('a series becomes a frame with times, values, unit, labels and a name', () => {
  const frames = seriesToFrames([byRegion, total], options);
  expect(frames).toHaveLength(2);
  const [time, value] = frames[0].fields;
  expect([time.type, time.values, value.type, value.values]).toEqual([
    FieldType.time,
    [1000, 2000],
    FieldType.number,
    [0.5, 0.25],
  ]);
  expect([value.config.unit, value.labels, frames[0].length]).toEqual(['cores', { region: 'eu', pod: 'p1' }, 2]);
  expect(frames.map((frame) => getFieldDisplayName(frame.fields[1], frame, frames))).toEqual(['eu, p1', 'CPU']);
});

test('the query may name its series', () => {
  const [frame] = seriesToFrames([byRegion], { ...options, displayName: ({ region }) => `in ${region}` });
  expect(getFieldDisplayName(frame.fields[1], frame)).toBe('in eu');
});

test('frames are graphs, sent to our panel only where the caller wants it', () => {
  const [plain] = seriesToFrames([total], options);
  expect(plain.meta?.preferredVisualisationType).toBe('graph');
  expect(plain.meta?.preferredVisualisationPluginId).toBeUndefined();
  expect(pyrolensMeta(plain)).toBe(meta);
  const [ours] = seriesToFrames([total], { ...options, toOurPanel: true });
  expect(ours.meta?.preferredVisualisationPluginId).toBe(PANEL_ID);
});

describe('no line is drawn of', () => {
  const cells = { bucketMins: [0, 10], timestamps: [1000], counts: [1, 2] };
  const heatmap = heatmapFrame(cells, {
    refId: 'A',
    name: 'Profiles',
    unit: 'ns',
    panelInExplore: 'heatmap',
    meta: { version: 1, kind: 'heatmap', question, counted: 'individual', stepMs: 1000 },
  });
  const single = { timestamp: 1000, value: 1, total: 2, labels: [] };
  const exemplars = (besideSeries: boolean) =>
    exemplarFrame([single], { refId: 'A', name: 'Single', seriesUnit: 'cores', profileUnit: 'ns', besideSeries });

  test('a heatmap, ours or of another data source, by its fields', () => {
    const { type, custom } = heatmap.meta ?? {};
    const frames = [heatmap, { ...heatmap, meta: { custom } }, { ...heatmap, meta: { type } }];
    expect(frames.map(isHeatmapFrame)).toEqual([true, true, true]);
    expect(frames.map(isSeriesFrame)).toEqual([false, false, false]);
    const rows: DataFrame = { ...seriesToFrames([total], options)[0], meta: { type: DataFrameType.HeatmapRows } };
    expect([isHeatmapFrame(rows), isSeriesFrame(rows)]).toEqual([false, false]);
  });

  test('single profiles, as a table or beside a series', () => {
    expect([exemplars(false), exemplars(true)].map(isSeriesFrame)).toEqual([false, false]);
  });

  test('and a series is no heatmap', () => {
    expect(seriesToFrames([total], options).map(isHeatmapFrame)).toEqual([false]);
  });
});

test('a frame of series is told from a profile and from a table', () => {
  const [series] = seriesToFrames([total], options);
  const profile = callTreeToFrame(textProfile('main 1'), {
    refId: 'A',
    name: 'CPU',
    meta: { version: 1, kind: 'profile', question, title: '' },
  });
  const table: DataFrame = { length: 0, fields: [{ name: 'n', type: FieldType.number, config: {}, values: [] }] };
  expect([series, profile, table].map(isSeriesFrame)).toEqual([true, false, false]);
});
