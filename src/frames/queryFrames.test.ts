import { DataFrameType, type DataFrame } from '@grafana/data';
import { epochMs } from '../base/units';
import { annotationFrame } from './annotationFrame';
import { exemplarFrame } from './exemplarFrame';
import { functionsFrame } from './functionsFrame';
import { heatmapFrame } from './heatmapFrame';

const columnsOf = (frame: DataFrame) =>
  Object.fromEntries(frame.fields.map(({ name, values }) => [name, values as unknown[]]));

describe('a heatmap', () => {
  const meta = {
    version: 1,
    kind: 'heatmap',
    question: { profileTypeId: 'a:b:count:d:e', labelSelector: '{}', from: epochMs(0), to: epochMs(2000) },
    counted: 'individual',
    stepMs: 1000,
  } as const;
  const options = { refId: 'A', name: 'Profiles', unit: 'ns', meta, panelInExplore: 'heatmap' };

  test('has a row for each cell that is not empty, in the order of fields that the core panel reads', () => {
    const input = { bucketMins: [10, 20, 30], timestamps: [1000, 2000], counts: [1, 0, 2, 0, 3, 0] };
    const frame = heatmapFrame(input, options);
    expect(frame.meta?.type).toBe(DataFrameType.HeatmapCells);
    expect(columnsOf(frame)).toEqual({
      xMax: [1000, 1000, 2000],
      yMin: [10, 30, 20],
      // The backend does not tell where the last bucket ends; buckets are equally wide.
      yMax: [20, 40, 30],
      count: [1, 2, 3],
    });
    expect(frame.fields[0].config.interval).toBe(1000);
  });

  test('of one bucket, or of nothing, is no harm', () => {
    expect(columnsOf(heatmapFrame({ bucketMins: [5], timestamps: [1000], counts: [1] }, options)).yMax).toEqual([10]);
    expect(heatmapFrame({ bucketMins: [], timestamps: [], counts: [] }, options).length).toBe(0);
  });
});

describe('exemplars', () => {
  const options = { refId: 'A', name: 'Single profiles', seriesUnit: 'cores', profileUnit: 'ns' };
  const link = { title: 'Open', url: '' };
  const exemplars = [
    { timestamp: 2000, value: 1, total: 15e9, labels: [{ name: 'pod', value: 'b' }], profileId: 'p2' },
    { timestamp: 1000, value: 2, total: 30e9, labels: [], profileId: 'p1' },
  ];

  test('stand beside a series as Grafana knows them, in order of time', () => {
    const frame = exemplarFrame(exemplars, { ...options, besideSeries: true, links: { profileId: link } });
    expect(frame).toMatchObject({ name: 'exemplar', meta: { dataTopic: 'annotations' } });
    expect(columnsOf(frame)).toEqual({
      Time: [1000, 2000],
      Value: [2, 1],
      Total: [30e9, 15e9],
      pod: ['', 'b'],
      'Profile ID': ['p1', 'p2'],
    });
    expect(frame.fields.at(-1)?.config.links).toEqual([link]);
  });

  test('are a table where they are what was asked for', () => {
    const frame = exemplarFrame(exemplars, { ...options, besideSeries: false });
    expect([frame.name, frame.meta?.dataTopic]).toEqual(['Single profiles', undefined]);
  });
});

test('marks are annotations that come with the data', () => {
  const frame = annotationFrame([{ from: 1000, to: 2000, text: 'Throttled.', tags: ['throttled'] }], 'A', 'Throttling');
  expect(frame.meta?.dataTopic).toBe('annotations');
  expect(columnsOf(frame)).toMatchObject({
    time: [1000],
    timeEnd: [2000],
    isRegion: [true],
    text: ['Throttled.'],
    tags: [['throttled']],
  });
});

describe('functions', () => {
  const rows = [{ name: 'main', file: '', self: 1, total: 4 }];
  const options = { refId: 'A', name: 'Functions', unit: 'ns', whole: 4 };

  test('have the value first that they are ordered by, for panels that show one number', () => {
    const names = (by: 'self' | 'total') => functionsFrame(rows, { ...options, by }).fields.map(({ name }) => name);
    expect(names('self')).toEqual(['Function', 'Self', 'Self share', 'Total', 'Total share']);
    expect(names('total')).toEqual(['Function', 'Total', 'Total share', 'Self', 'Self share']);
  });

  test('have a file where one is known, and a notice where something is missing', () => {
    const frame = functionsFrame([{ ...rows[0], file: 'main.go' }], { ...options, by: 'self', notice: 'Cut.' });
    expect(columnsOf(frame)).toMatchObject({ File: ['main.go'], 'Self share': [0.25], 'Total share': [1] });
    expect(frame.meta?.notices).toEqual([{ severity: 'info', text: 'Cut.' }]);
  });
});
