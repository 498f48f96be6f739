import { epochMs } from '../base/units';
import { heatmapFrame } from '../frames/heatmapFrame';
import { cellsOfFrame } from './cellsOfFrame';

test('a heatmap comes through as the data source sent it', () => {
  const frame = heatmapFrame(
    { bucketMins: [0, 10], timestamps: [100, 200], counts: [1, 2, 0, 3] },
    {
      refId: 'A',
      name: 'Profiles',
      unit: 'ns',
      panelInExplore: 'pyrolens-flamegraph-panel',
      meta: {
        version: 1,
        kind: 'heatmap',
        question: { profileTypeId: 'a:b:count:c:d', labelSelector: '{}', from: epochMs(0), to: epochMs(200) },
        counted: 'individual',
        stepMs: 100,
      },
    }
  );
  expect(cellsOfFrame(frame)).toEqual({
    ends: Float64Array.of(100, 100, 200),
    lows: Float64Array.of(0, 10, 10),
    highs: Float64Array.of(10, 20, 20),
    counts: Float64Array.of(1, 2, 3),
    stepMs: 100,
  });
});
