import { createTheme, FieldColorModeId, FieldType, toDataFrame } from '@grafana/data';
import { epochMs } from '../base/units';
import { seriesToFrames } from '../frames/seriesFrames';
import { seriesOfFrames } from './seriesOfFrames';

const theme = createTheme();
const [first, second] = theme.visualization.palette.map((name) => theme.visualization.getColorByName(name));
const ours = seriesToFrames(
  [
    { labels: [{ name: 'region', value: 'eu' }], timestamps: [10, 20], values: [1, 2] },
    { labels: [{ name: 'region', value: 'us' }], timestamps: [10, 20], values: [3, 4] },
  ],
  {
    refId: 'A',
    name: 'cpu',
    unit: 'cores',
    toOurPanel: true,
    meta: {
      version: 1,
      kind: 'series',
      question: { profileTypeId: 'cpu', labelSelector: '{}', from: epochMs(0), to: epochMs(20) },
      stepMs: 10,
      partialFirst: false,
      partialLast: true,
    },
  }
);

test('series of our data source keep their names, steps and marks, and take the palette in turn', () => {
  expect(seriesOfFrames(ours, theme)).toEqual([
    {
      name: 'eu',
      colour: first,
      timestamps: Float64Array.of(10, 20),
      values: Float64Array.of(1, 2),
      stepMs: 10,
      partialFirst: false,
      partialLast: true,
    },
    expect.objectContaining({ name: 'us', colour: second }),
  ]);
});

test('every number field of a wide frame is a line, but what an override hides', () => {
  const wide = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [1, 2] },
      { name: 'cpu', type: FieldType.number, values: [1, null] },
      { name: 'gc', type: FieldType.number, config: { custom: { hideFrom: { viz: true } } }, values: [1, 2] },
      { name: 'host', type: FieldType.string, values: ['a', 'b'] },
    ],
  });
  const lines = seriesOfFrames([wide], theme);
  expect(lines.map(({ name }) => name)).toEqual(['cpu']);
  expect(lines[0].values).toEqual(Float64Array.of(1, NaN));
  expect(lines[0].stepMs).toBe(0);
});

test('a colour that the user chose for a series is its colour', () => {
  const [frame] = ours;
  const red = { ...frame, fields: frame.fields.map((field) => ({ ...field, config: { ...field.config } })) };
  red.fields[1].config.color = { mode: FieldColorModeId.Fixed, fixedColor: '#ff0000' };
  expect(seriesOfFrames([red], theme)[0].colour).toBe('#ff0000');
});

test('what a limit left out is marked as the rest', () => {
  const [frame] = ours;
  const note = frame.meta?.custom?.pyrolens as object;
  const rest = { ...frame, meta: { custom: { pyrolens: { ...note, isRest: true } } } };
  expect(seriesOfFrames([rest, ours[1]], theme).map(({ isRest }) => isRest)).toEqual([true, undefined]);
});
