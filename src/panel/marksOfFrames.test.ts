import { createTheme } from '@grafana/data';
import { annotationFrame } from '../frames/annotationFrame';
import { exemplarFrame } from '../frames/exemplarFrame';
import { annotationsOfFrames, exemplarsOfFrames } from './marksOfFrames';

const theme = createTheme();
const exemplars = exemplarFrame(
  [
    { timestamp: 10, value: 0.5, total: 7.5e9, labels: [{ name: 'pod', value: 'cart-1' }], profileId: 'p-1' },
    { timestamp: 20, value: 0.1, total: 1.5e9, labels: [], spanId: 's-1', traceId: 't-1' },
  ],
  { refId: 'A', name: 'Exemplars', seriesUnit: 'cores', profileUnit: 'ns', besideSeries: true }
);
const throttled = annotationFrame([{ from: 5, to: 9, text: 'Throttled', tags: ['throttling'] }], 'A', 'Throttling');

test('exemplars beside a series stand at its values and tell their own', () => {
  expect(exemplarsOfFrames([exemplars, throttled], 'series', theme)).toEqual([
    { time: 10, value: 0.5, valueText: '7.50 s', labels: [{ name: 'pod', value: 'cart-1' }], profileId: 'p-1' },
    { time: 20, value: 0.1, valueText: '1.50 s', labels: [], spanId: 's-1', traceId: 't-1' },
  ]);
});

test('exemplars in a heatmap stand at what they hold themselves', () => {
  expect(exemplarsOfFrames([exemplars], 'samples', theme).map(({ value }) => value)).toEqual([7.5e9, 1.5e9]);
});

test('annotations of queries and dashboards are stretches and moments, with their text and colour', () => {
  const dashboards = {
    length: 1,
    fields: [
      { name: 'time', type: 'time', config: {}, values: [100] },
      { name: 'title', type: 'string', config: {}, values: ['Deployment'] },
      { name: 'text', type: 'string', config: {}, values: ['v1.42'] },
    ],
  } as unknown as Parameters<typeof annotationsOfFrames>[0][number];
  expect(annotationsOfFrames([exemplars, throttled, dashboards], theme)).toEqual([
    {
      time: 5,
      timeEnd: 9,
      text: 'Throttled',
      tags: ['throttling'],
      colour: theme.visualization.getColorByName('orange'),
    },
    { time: 100, title: 'Deployment', text: 'v1.42' },
  ]);
});
