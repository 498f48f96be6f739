import './testing/withStandInFlameGraph';
import './testing/withStandInPlots';
import '@testing-library/jest-dom';
import type { DataFrame } from '@grafana/data';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { annotationFrame } from '../frames/annotationFrame';
import { exemplarFrame } from '../frames/exemplarFrame';
import { functionsFrame } from '../frames/functionsFrame';
import { heatmapFrame } from '../frames/heatmapFrame';
import { callTreeToText, textProfile } from '../profile/textProfile';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';
import {
  at,
  ourDataSource,
  panel,
  panelData,
  preparePage,
  profileFrame,
  question,
  seriesFrame,
  shownTree,
  wholeTree,
} from './testing/shownPanel';

beforeAll(preparePage);

const oneTree = textProfile('main 1200000000');
const profile = profileFrame();
const series = seriesFrame();
const heatmap = heatmapFrame(
  { bucketMins: [0], timestamps: [at(2)], counts: [3] },
  {
    refId: 'A',
    name: 'Profiles: CPU of checkout',
    unit: 'ns',
    panelInExplore: '',
    meta: { version: 1, kind: 'heatmap', question, counted: 'individual', stepMs: 60_000 },
  }
);
const marks = [
  exemplarFrame(
    [{ timestamp: at(2), value: 0.12, total: 1.2e9, labels: [], profileId: '7f3c9a01-5b6e-4d0a-9f7b-2d4c6e8f0a12' }],
    { refId: 'A', name: 'Single', seriesUnit: 'cores', profileUnit: 'ns', besideSeries: true }
  ),
  annotationFrame([{ from: at(3), to: at(4), text: 'Throttled', tags: [] }], 'A', 'Throttling'),
];

function show(frames: DataFrame[], options: Partial<PanelOptions> = {}) {
  const { asked } = ourDataSource();
  const props = { width: 1000, options: { ...defaultPanelOptions, ...options } };
  render(panel(panelData(frames, { annotations: marks }), props));
  return asked;
}

const click = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));
const strip = () => screen.queryByRole('group', { name: 'Single profile' });

test('a single profile is asked for by its id, shown under its name, and left again', async () => {
  const asked = show([profile, series]);
  await click('timeline: 0.12');
  expect(asked.map((one) => one.question)).toEqual([
    { ...question, profileIdSelector: ['7f3c9a01-5b6e-4d0a-9f7b-2d4c6e8f0a12'] },
  ]);
  expect(strip()).toHaveTextContent('Profile 7f3c9a01… of 14:02:00, 1.20 s');
  expect(shownTree()).toBe(callTreeToText(wholeTree));
  await asked[0].answer({ tree: oneTree });
  expect(shownTree()).toBe(callTreeToText(oneTree));
  await click('Back to the last 10 minutes');
  expect(strip()).not.toBeInTheDocument();
  expect(shownTree()).toBe(callTreeToText(wholeTree));
});

test('the way back leads to the selected range where one was selected', async () => {
  const asked = show([profile, series]);
  await click('drag');
  await asked[0].answer({ tree: textProfile('main 3') });
  await click('timeline: 0.12');
  await asked[1].answer({ tree: oneTree });
  expect(shownTree()).toBe(callTreeToText(oneTree));
  await click('Back to 14:02:00 – 14:04:00');
  await waitFor(() => expect(shownTree()).toBe(callTreeToText(textProfile('main 3'))));
  expect(asked).toHaveLength(2);
  expect(screen.getByRole('group', { name: 'Selected range' })).toBeInTheDocument();
});

test('without a flame graph of the whole, a single profile is drawn all the same', async () => {
  const asked = show([series]);
  expect(shownTree()).toBeUndefined();
  await click('timeline: 0.12');
  expect(screen.getByText(/Loading Profile 7f3c9a01…/)).toBeInTheDocument();
  await asked[0].answer({ tree: oneTree });
  expect(shownTree()).toBe(callTreeToText(oneTree));
  // In the graph and in the table beside it.
  expect(screen.getAllByText('1.20 s')[0]).toBeInTheDocument();
  await click('Back to the time series');
  expect(shownTree()).toBeUndefined();
});

test('what a selected range is compared with is marked on the timeline', async () => {
  show([profile, series]);
  await click('drag');
  expect(screen.queryByText('Baseline of the comparison')).not.toBeInTheDocument();
  await click('Compare with the time before');
  expect(screen.getByText('Baseline of the comparison')).toBeInTheDocument();
});

test('annotations lie on the timeline, and series upon each other where the option says so', () => {
  show([profile, series], { stacking: true });
  expect(screen.getByLabelText('stacked timeline')).toHaveTextContent('Throttled');
});

test('a heatmap is chosen in place of the series, its exemplars where they stand in it', async () => {
  const asked = show([profile, series, heatmap]);
  await click('Heatmap');
  await screen.findByLabelText('heatmap');
  expect(screen.queryByLabelText('timeline')).not.toBeInTheDocument();
  await click('heatmap: 1200000000');
  await asked[0].answer({ tree: oneTree });
  expect(shownTree()).toBe(callTreeToText(oneTree));
});

test('a heatmap alone takes the place of the series', async () => {
  show([heatmap]);
  expect(await screen.findByLabelText('heatmap')).toBeInTheDocument();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
});

test('a table of functions is shown as a table', async () => {
  show([
    functionsFrame([{ name: 'main', file: '', self: 1e9, total: 2e9 }], {
      refId: 'A',
      name: 'Functions',
      unit: 'ns',
      whole: 2e9,
      by: 'self',
    }),
  ]);
  const rows = (await screen.findAllByRole('row')).map((row) => Array.from(row.children, (cell) => cell.textContent));
  expect(rows).toEqual([
    ['Function', 'Self', 'Self share', 'Total', 'Total share'],
    ['main', '1 s', '50%', '2 s', '100%'],
  ]);
});
