import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import { functionsFrame } from '../frames/functionsFrame';
import { heatmapFrame } from '../frames/heatmapFrame';
import { epochMs } from '../base/units';
import { textProfile } from '../profile/textProfile';
import { panelViews } from './panelViews';

const question = { profileTypeId: 'cpu', labelSelector: '{}', from: epochMs(0), to: epochMs(1) };

const profile = (refId: string, title: string): DataFrame =>
  callTreeToFrame(textProfile('main 10'), {
    refId,
    name: title,
    meta: {
      version: 1,
      kind: 'profile',
      title,
      question,
    },
  });

const series = (refId: string, name: string, unit = 'cores'): DataFrame =>
  toDataFrame({
    refId,
    name,
    fields: [
      { name: 'time', type: FieldType.time, values: [1, 2] },
      { name: 'value', type: FieldType.number, config: { unit }, values: [3, 4] },
    ],
  });

/** "label: series, series" for each view. */
const picture = (...frames: DataFrame[]) =>
  panelViews(frames).map(({ label, profile: of, series: above }) => {
    const names = above.map(({ name }) => name).join(', ');
    return `${of === undefined ? 'no profile' : label}: ${names}`;
  });

test('a query that gives both is one view', () => {
  expect(picture(profile('A', 'CPU'), series('A', 'eu'), series('A', 'us'))).toEqual(['CPU: eu, us']);
});

test('several profiles are views with the series of their own queries', () => {
  expect(
    picture(profile('A', 'CPU'), series('A', 'cpu'), series('B', 'heap', 'bytes'), profile('B', 'Memory'))
  ).toEqual(['CPU: cpu', 'Memory: heap']);
});

test('a query for series and another for the profile belong together', () => {
  expect(picture(series('A', 'cpu'), profile('B', 'CPU'))).toEqual(['CPU: cpu']);
});

test('one query may give several profiles, told apart from refresh to refresh', () => {
  const views = panelViews([profile('A', 'eu'), profile('A', 'us'), profile('B', 'all')]);
  expect(views.map(({ key }) => key)).toEqual(['A/0', 'A/1', 'B/0']);
});

test('views of the same name are told apart by their query, and in one query by their order', () => {
  const labels = (...frames: DataFrame[]) => panelViews(frames).map(({ label }) => label);
  expect(labels(profile('A', 'CPU'), profile('B', 'CPU'), profile('C', 'Memory'))).toEqual([
    'CPU (A)',
    'CPU (B)',
    'Memory',
  ]);
  expect(labels(profile('A', 'CPU'), profile('A', 'CPU'), profile('B', 'CPU'))).toEqual([
    'CPU (A 1)',
    'CPU (A 2)',
    'CPU (B)',
  ]);
});

test('series in another unit do not share the axis', () => {
  expect(picture(profile('A', 'CPU'), series('A', 'cpu'), series('A', 'heap', 'bytes'))).toEqual(['CPU: cpu']);
  expect(picture(series('A', 'cpu'), series('B', 'heap', 'bytes'), series('C', 'gc'))).toEqual([
    'no profile: cpu, gc',
    'no profile: heap',
  ]);
});

test('a view is called what its profile is called, or what its query is', () => {
  const nameless = { ...profile('A', ''), name: undefined };
  expect(panelViews([profile('A', 'CPU of checkout')])[0].label).toBe('CPU of checkout');
  expect(panelViews([nameless])[0].label).toBe('A');
});

describe('a heatmap', () => {
  const heatmap = (refId: string): DataFrame =>
    heatmapFrame(
      { bucketMins: [0], timestamps: [1], counts: [1] },
      {
        refId,
        name: `Profiles of ${refId}`,
        unit: 'ns',
        panelInExplore: '',
        meta: { version: 1, kind: 'heatmap', question, counted: 'individual', stepMs: 1 },
      }
    );
  const heatmaps = (...frames: DataFrame[]) =>
    panelViews(frames).map(({ key, heatmap: drawn }) => `${key}: ${drawn?.name ?? 'none'}`);

  test('stands beside the series and the profile of its query', () => {
    expect(heatmaps(profile('A', 'CPU'), series('A', 'cpu'), heatmap('A'))).toEqual(['A/0: Profiles of A']);
    expect(heatmaps(series('A', 'cpu'), heatmap('A'))).toEqual(['unit cores: Profiles of A']);
    expect(heatmaps(profile('A', 'CPU'), heatmap('B'))).toEqual(['A/0: Profiles of B']);
  });

  test('without them is a view of its own', () => {
    expect(heatmaps(heatmap('A'))).toEqual(['heatmap A/0: Profiles of A']);
    expect(heatmaps(profile('A', 'CPU'), heatmap('A'), profile('B', 'Heap'), heatmap('C'), heatmap('D'))).toEqual([
      'A/0: Profiles of A',
      'B/0: Profiles of C',
      'heatmap D/0: Profiles of D',
    ]);
  });
});

test('a table is a view of its own, and nothing of it is a line', () => {
  const table = functionsFrame([{ name: 'main', file: '', self: 1, total: 2 }], {
    refId: 'A',
    name: 'Functions',
    unit: 'ns',
    whole: 2,
    by: 'self',
  });
  expect(panelViews([profile('A', 'CPU'), table]).map(({ key, table: rows }) => [key, rows])).toEqual([
    ['A/0', undefined],
    ['table A/0', table],
  ]);
});

test('frames that are neither are no view', () => {
  const logs = toDataFrame({ fields: [{ name: 'line', type: FieldType.string, values: ['x'] }] });
  expect(panelViews([logs])).toEqual([]);
  expect(panelViews([])).toEqual([]);
});
