import '@testing-library/jest-dom';
import {
  CoreApp,
  dateTime,
  EventBusSrv,
  LoadingState,
  type DataFrame,
  type DataQueryRequest,
  type PanelData,
  type PanelProps,
} from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { PanelContextProvider } from '@grafana/ui';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { epochMs } from '../base/units';
import type { FlameGraphProps } from '../flamegraph/view/FlameGraph';
import { annotationFrame } from '../frames/annotationFrame';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import { exemplarFrame } from '../frames/exemplarFrame';
import { functionsFrame } from '../frames/functionsFrame';
import { heatmapFrame } from '../frames/heatmapFrame';
import { seriesToFrames } from '../frames/seriesFrames';
import type { ProfileAnswer, ProfileQuestion } from '../profile/profileSource';
import { callTreeToText, textProfile } from '../profile/textProfile';
import type { HeatmapProps } from '../timeline/view/heatmapProps';
import type { PlotProps } from '../timeline/view/plotProps';
import type { TimelineProps } from '../timeline/view/timelineProps';
import { FlameGraphPanel } from './FlameGraphPanel';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';

/** Plots and flame graph have tests of their own: here they say what they were given, and open what they were given. */
const plot = (kind: string, props: PlotProps) => (
  <div aria-label={kind}>
    {props.annotations?.map(({ text }) => (
      <p key={text}>{text}</p>
    ))}
    {props.exemplars?.map((exemplar) => (
      <button key={exemplar.time} onClick={() => props.onExemplar?.(exemplar)} disabled={!props.onExemplar}>
        {`${kind}: ${exemplar.value}`}
      </button>
    ))}
    <button onClick={() => props.onSelect?.({ from: epochMs(2000), to: epochMs(4000) })}>drag</button>
  </div>
);
jest.mock('../timeline/view/Timeline', () => ({
  Timeline: (props: TimelineProps) => plot(props.stacking ? 'stacked timeline' : 'timeline', props),
}));
jest.mock('../timeline/view/Heatmap', () => ({ Heatmap: (props: HeatmapProps) => plot('heatmap', props) }));
jest.mock('../flamegraph/view/FlameGraph', () => ({
  FlameGraph: ({ tree, format, wholeName }: FlameGraphProps & { wholeName?: string }) => (
    <div data-testid="flame graph">
      <pre>{callTreeToText(tree)}</pre>
      <p>{wholeName}</p>
      <p>{format(tree.total[0])}</p>
    </div>
  ),
}));
jest.mock('./useProfileSource', () => ({ useProfileSource: () => undefined }));

beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  globalThis.fetch = () => new Promise(() => undefined);
});

const question: ProfileQuestion = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{service_name="checkout"}',
  from: epochMs(0),
  to: epochMs(10_000),
};
const wholeTree = textProfile(`
  main      9000000000
    parse   4000000000`);
const oneTree = textProfile('main 1200000000');

const profile = callTreeToFrame(wholeTree, {
  refId: 'A',
  name: 'CPU of checkout',
  meta: { version: 1, kind: 'profile', title: 'CPU of checkout', question },
});
const [series] = seriesToFrames([{ labels: [], timestamps: [1000, 2000], values: [1, 2] }], {
  refId: 'A',
  name: 'cpu',
  unit: 'cores',
  toOurPanel: false,
  meta: { version: 1, kind: 'series', question, stepMs: 1000, partialFirst: false, partialLast: false },
});
const heatmap = heatmapFrame(
  { bucketMins: [0], timestamps: [2000], counts: [3] },
  {
    refId: 'A',
    name: 'Profiles: CPU of checkout',
    unit: 'ns',
    panelInExplore: '',
    meta: { version: 1, kind: 'heatmap', question, counted: 'individual', stepMs: 1000 },
  }
);
const marks = [
  exemplarFrame(
    [{ timestamp: 2000, value: 0.12, total: 1.2e9, labels: [], profileId: '7f3c9a01-5b6e-4d0a-9f7b-2d4c6e8f0a12' }],
    { refId: 'A', name: 'Single', seriesUnit: 'cores', profileUnit: 'ns', besideSeries: true }
  ),
  annotationFrame([{ from: 3000, to: 4000, text: 'Throttled', tags: [] }], 'A', 'Throttling'),
];

function show(frames: DataFrame[], options: Partial<PanelOptions> = {}) {
  const asked: Array<{ question: ProfileQuestion; answer: (answer: ProfileAnswer) => Promise<void> }> = [];
  const ask = (one: ProfileQuestion) =>
    new Promise<ProfileAnswer>((resolve) => {
      asked.push({ question: one, answer: (answer) => act(async () => resolve(answer)) });
    });
  const get = async () => ({ profileSource: { version: 1, profile: ask } });
  setDataSourceSrv({ get } as unknown as DataSourceSrv);
  const timeRange = { from: dateTime(0), to: dateTime(10_000), raw: { from: dateTime(0), to: dateTime(10_000) } };
  const request = {
    targets: [{ refId: 'A', datasource: { uid: 'pyro' } }],
    scopedVars: {},
  } as unknown as DataQueryRequest;
  const data: PanelData = { state: LoadingState.Done, series: frames, annotations: marks, timeRange, request };
  const eventBus = new EventBusSrv();
  const props = {
    id: 1,
    data,
    width: 1000,
    height: 600,
    options: { ...defaultPanelOptions, ...options },
    timeZone: 'utc',
    timeRange,
    eventBus,
    replaceVariables: (text: string) => text,
    fieldConfig: { defaults: {}, overrides: [] },
  } as unknown as PanelProps<PanelOptions>;
  render(
    <PanelContextProvider value={{ eventBus, eventsScope: 'test', app: CoreApp.Dashboard }}>
      <FlameGraphPanel {...props} />
    </PanelContextProvider>
  );
  return asked;
}

const click = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));
const shownTree = () => screen.queryByTestId('flame graph')?.querySelector('pre')?.textContent;
const strip = () => screen.queryByRole('group', { name: 'Single profile' });

test('a single profile is asked for by its id, shown under its name, and left again', async () => {
  const asked = show([profile, series]);
  await click('timeline: 0.12');
  expect(asked.map((one) => one.question)).toEqual([
    { ...question, profileIdSelector: ['7f3c9a01-5b6e-4d0a-9f7b-2d4c6e8f0a12'] },
  ]);
  expect(strip()).toHaveTextContent('Profile 7f3c9a01… of 00:00:02, 1.20 s');
  expect(shownTree()).toBe(callTreeToText(wholeTree));
  await asked[0].answer({ tree: oneTree });
  expect(shownTree()).toBe(callTreeToText(oneTree));
  await click('Back to the whole range');
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
  await click('Back to 00:00:02 – 00:00:04');
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
