import '@testing-library/jest-dom';
import {
  CoreApp,
  dateTime,
  EventBusSrv,
  FieldType,
  LoadingState,
  toDataFrame,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type PanelData,
  type PanelProps,
} from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { PanelContextProvider } from '@grafana/ui';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NEVER, of, type Observable } from 'rxjs';
import { ProblemError } from '../base/problem';
import { epochMs } from '../base/units';
import type { FlameGraphProps } from '../flamegraph/view/FlameGraph';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import { seriesToFrames } from '../frames/seriesFrames';
import { diffTrees } from '../profile/diffTrees';
import type { ProfileAnswer, ProfileQuestion } from '../profile/profileSource';
import { callTreeToText, textProfile } from '../profile/textProfile';
import { FlameGraphPanel } from './FlameGraphPanel';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';

/** The flame graph has tests of its own: here it says which tree it was given, and lets its state be changed. */
jest.mock(
  '../flamegraph/view/FlameGraph',
  () => ({
    FlameGraph: ({ tree, format, notice, state, onStateChange, height }: FlameGraphProps) => (
      <div data-testid="flame graph" data-height={height}>
        <pre>{callTreeToText(tree)}</pre>
        <p>{format(tree.total[0])}</p>
        <p>{notice}</p>
        <p>focus on {state?.focus?.join(' > ') ?? 'all'}</p>
        <button onClick={() => onStateChange?.({ focus: ['main', 'parse'] })}>focus</button>
      </div>
    ),
  }),
  { virtual: true }
);

/** What the viewer may ask besides has tests of its own. */
jest.mock('./useProfileSource', () => ({ useProfileSource: () => undefined }));

beforeAll(() => {
  // jsdom has neither a canvas nor pointer events.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  window.PointerEvent ??= MouseEvent as typeof PointerEvent;
  // Icons are fetched; none ever comes.
  globalThis.fetch = () => new Promise(() => undefined);
});

const MINUTE = 60_000;
const START = Date.parse('2026-11-21T14:00:00Z');
const at = (minute: number) => epochMs(START + minute * MINUTE);
const question: ProfileQuestion = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{service_name="checkout"}',
  from: at(0),
  to: at(10),
  maxNodes: 1000,
};
const wholeTree = textProfile(`
  main      9000000000
    parse   4000000000`);
const spikeTree = textProfile(`
  main      3000000000
    hash    2000000000`);
const reference = { uid: 'pyro', type: 'pyrolens-profiles-datasource' };

const profileFrame = (refId = 'A', title = 'CPU of checkout', tree = wholeTree): DataFrame =>
  callTreeToFrame(tree, { refId, name: title, meta: { version: 1, kind: 'profile', title, question } });

const seriesFrame = (refId = 'A'): DataFrame =>
  seriesToFrames(
    [{ labels: [], timestamps: Array.from({ length: 11 }, (_, i) => at(i)), values: new Array<number>(11).fill(1) }],
    {
      refId,
      name: `cpu ${refId}`,
      unit: 'cores',
      toOurPanel: false,
      meta: { version: 1, kind: 'series', question, stepMs: MINUTE, partialFirst: false, partialLast: false },
    }
  )[0];

function panelData(series: DataFrame[], rest: Partial<PanelData> = {}): PanelData {
  const timeRange = { from: dateTime(at(0)), to: dateTime(at(10)), raw: { from: 'now-10m', to: 'now' } };
  const request = {
    requestId: 'Q1',
    targets: [{ refId: 'A', datasource: reference, ...question }],
    scopedVars: {},
    range: timeRange,
  } as unknown as DataQueryRequest;
  return { state: LoadingState.Done, series, timeRange, request, ...rest };
}

const onChangeTimeRange = jest.fn();
const eventBus = new EventBusSrv();

/** 200 px wide: the timeline has no value labels, and a minute is 20 px. Explore gives panels no context. */
function panel(data: PanelData, props: object = {}, app: string | undefined = CoreApp.Dashboard) {
  const all = {
    id: 1,
    data,
    width: 200,
    height: 600,
    options: defaultPanelOptions,
    timeZone: 'utc',
    timeRange: data.timeRange,
    eventBus,
    onChangeTimeRange,
    replaceVariables: (text: string) => text,
    fieldConfig: { defaults: {}, overrides: [] },
    ...props,
  } as unknown as PanelProps<PanelOptions>;
  return (
    <PanelContextProvider
      value={{ eventBus, eventsScope: 'test', app: app === 'explore' ? undefined : (app as CoreApp) }}
    >
      <FlameGraphPanel {...all} />
    </PanelContextProvider>
  );
}

/** A data source of ours: what it was asked, and how to answer. */
function ourDataSource() {
  const asked: Array<{
    question: ProfileQuestion;
    signal: AbortSignal;
    answer: (answer: ProfileAnswer) => Promise<void>;
    fail: (error: unknown) => Promise<void>;
  }> = [];
  const profile = (one: ProfileQuestion, signal: AbortSignal) =>
    new Promise<ProfileAnswer>((resolve, reject) => {
      asked.push({
        question: one,
        signal,
        answer: (answer) => act(async () => resolve(answer)),
        fail: (error) => act(async () => reject(error as Error)),
      });
    });
  const get = jest.fn(async () => ({ profileSource: { version: 1, profile } }));
  setDataSourceSrv({ get } as unknown as DataSourceSrv);
  return { asked, get };
}

const timeline = () => screen.getByRole('application');
const shownTree = () => screen.getByTestId('flame graph').querySelector('pre')!.textContent;
const strip = () => screen.queryByRole('group', { name: 'Selected range' });

async function drag(fromMinute: number, toMinute: number) {
  fireEvent.pointerDown(timeline(), { clientX: fromMinute * 20, button: 0 });
  fireEvent.pointerMove(timeline(), { clientX: toMinute * 20 });
  await act(async () => {
    fireEvent.pointerUp(timeline(), { clientX: toMinute * 20 });
  });
}

async function click(minute: number) {
  await drag(minute, minute);
}

beforeEach(() => {
  onChangeTimeRange.mockClear();
});

test('one query shows its series and its flame graph, with values in their unit', () => {
  ourDataSource();
  render(panel(panelData([profileFrame(), seriesFrame()])));
  expect(timeline()).toHaveAccessibleName('CPU of checkout, 14:00:00 – 14:10:00');
  expect(shownTree()).toBe(callTreeToText(wholeTree));
  expect(screen.getByText('9 s')).toBeInTheDocument();
});

describe('a drag over the timeline', () => {
  test('asks the same question about the dragged part, and shows its flame graph', async () => {
    const { asked, get } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2.1, 4.2);
    expect(get).toHaveBeenCalledWith(reference, {});
    expect(asked.map((one) => one.question)).toEqual([{ ...question, from: at(2) + 1, to: at(4) }]);

    expect(shownTree()).toBe(callTreeToText(wholeTree));
    expect(screen.getByRole('status', { name: /Reading the profile/ })).toBeInTheDocument();
    await asked[0].answer({ tree: spikeTree });
    expect(shownTree()).toBe(callTreeToText(spikeTree));
    expect(screen.queryByRole('status', { name: /Reading the profile/ })).not.toBeInTheDocument();
    expect(strip()).toHaveTextContent('14:02:00 – 14:04:00 (2m) of the last 10 minutes');
  });

  test('and a download then saves that part, under its times', async () => {
    const saved: Array<{ name: string; content: Blob }> = [];
    let last: Blob;
    URL.createObjectURL = (content: Blob) => {
      last = content;
      return 'blob:saved';
    };
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement
    ) {
      saved.push({ name: this.download, content: last });
    });
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2.1, 4.2);
    await asked[0].answer({ tree: spikeTree });
    await userEvent.click(screen.getByRole('button', { name: 'Download profile' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Collapsed stacks (.txt)' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    click.mockRestore();
    expect(saved[0].name).toBe('CPU of checkout 2026-11-21 14.02.00–14.04.00.txt');
    const content = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsText(saved[0].content);
    });
    expect(content).toBe('main 1000000000\nmain;hash 2000000000\n');
  });

  test('can be compared with the time before it, and with the rest, which is said in words', async () => {
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(4.1, 6.2);
    await asked[0].answer({ tree: spikeTree });
    await userEvent.click(screen.getByRole('button', { name: 'Compare with the time before' }));
    await waitFor(() => expect(asked).toHaveLength(3));
    const spans = asked.slice(1).map(({ question: { from, to } }) => [from, to]);
    expect(spans).toEqual([
      [at(2) + 1, at(4)],
      [at(4) + 1, at(6)],
    ]);
    await asked[1].answer({ tree: wholeTree });
    await asked[2].answer({ tree: spikeTree });
    expect(shownTree()).toBe(callTreeToText(diffTrees(wholeTree, spikeTree)));
    expect(strip()).toHaveTextContent('14:04:00 – 14:06:00 (2m) compared with 14:02:00 – 14:04:00, just before');

    await userEvent.click(screen.getByRole('button', { name: 'Compare with the rest' }));
    await waitFor(() => expect(asked).toHaveLength(6));
    expect(asked.slice(3).map(({ question: { from, to } }) => [from, to])).toEqual([
      [at(4) + 1, at(6)],
      [at(0) + 1, at(4)],
      [at(6) + 1, at(10)],
    ]);
    expect(strip()).toHaveTextContent('compared with the rest of the last 10 minutes');
    await userEvent.click(screen.getByRole('button', { name: 'Compare with the rest' }));
    expect(strip()).toHaveTextContent('of the last 10 minutes');
  });

  test('cancels the one before, whose answer is not shown however late it comes', async () => {
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await drag(6, 8);
    expect(asked[0].signal.aborted).toBe(true);
    expect(asked[1].signal.aborted).toBe(false);
    await asked[1].answer({ tree: spikeTree });
    await asked[0].answer({ tree: wholeTree });
    expect(shownTree()).toBe(callTreeToText(spikeTree));
  });

  test('says in one sentence why it failed, keeps the old picture, and offers the whole range', async () => {
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await asked[0].answer({ tree: spikeTree });
    await drag(6, 8);
    await asked[1].fail(new ProblemError({ kind: 'timeout', sentence: 'The backend gave no answer in time.' }));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The backend gave no answer in time. The flame graph is still that of 14:02:00 – 14:04:00.'
    );
    expect(shownTree()).toBe(callTreeToText(spikeTree));

    await userEvent.click(screen.getByRole('button', { name: 'Show the whole range' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(shownTree()).toBe(callTreeToText(wholeTree));
  });

  test('can be tried again after it failed', async () => {
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await asked[0].fail(new Error('down'));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await asked[1].answer({ tree: spikeTree });
    expect(asked[1].question).toEqual(asked[0].question);
    expect(shownTree()).toBe(callTreeToText(spikeTree));
  });

  test('is given up by a click, which cancels what is under way and shows the whole', async () => {
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await click(7);
    expect(asked[0].signal.aborted).toBe(true);
    expect(strip()).not.toBeInTheDocument();
    await drag(2, 4);
    await asked[1].answer({ tree: spikeTree });
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(shownTree()).toBe(callTreeToText(wholeTree));
  });

  test('that holds no profiles says so', async () => {
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await asked[0].answer({ tree: textProfile('') });
    expect(screen.getByText('No profiles in 14:02:00 – 14:04:00')).toBeInTheDocument();
  });

  test("can be made the dashboard's range", async () => {
    ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await userEvent.click(screen.getByRole('button', { name: "Make it the dashboard's range" }));
    expect(onChangeTimeRange).toHaveBeenCalledWith({ from: at(2), to: at(4) });
    expect(strip()).not.toBeInTheDocument();
  });

  test('survives a refresh without asking again, and asks again for another question', async () => {
    const { asked } = ourDataSource();
    const { rerender } = render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await asked[0].answer({ tree: spikeTree });
    rerender(panel(panelData([profileFrame(), seriesFrame()])));
    expect(asked).toHaveLength(1);
    expect(shownTree()).toBe(callTreeToText(spikeTree));

    const other = { ...question, labelSelector: '{service_name="orders"}' };
    const frame = callTreeToFrame(wholeTree, {
      refId: 'A',
      name: 'CPU of orders',
      meta: { version: 1, kind: 'profile', title: 'CPU of orders', question: other },
    });
    rerender(panel(panelData([frame, seriesFrame()])));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked[1].question).toEqual({ ...other, from: at(2) + 1, to: at(4) });
    expect(shownTree()).toBe(callTreeToText(wholeTree));
  });

  test('is forgotten once it has scrolled out of sight', async () => {
    const { asked } = ourDataSource();
    const { rerender } = render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await asked[0].answer({ tree: spikeTree });
    const later = { from: dateTime(at(5)), to: dateTime(at(15)), raw: { from: 'now-10m', to: 'now' } };
    rerender(panel(panelData([profileFrame(), seriesFrame()], { timeRange: later })));
    expect(strip()).not.toBeInTheDocument();
    expect(shownTree()).toBe(callTreeToText(wholeTree));
  });

  test('says of snapshots how many it is the average of', async () => {
    const { asked } = ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()])));
    await drag(2, 4);
    await asked[0].answer({ tree: spikeTree, averagedOver: 8 });
    expect(screen.getByText('Average of 8 snapshots.')).toBeInTheDocument();
  });
});

describe('a data source that answers no second questions', () => {
  function otherDataSource(answer: Observable<DataQueryResponse>) {
    const query = jest.fn<Observable<DataQueryResponse>, [DataQueryRequest]>(() => answer);
    setDataSourceSrv({ get: async () => ({ query }) } as unknown as DataSourceSrv);
    return query;
  }
  const foreignProfile = (tree = wholeTree): DataFrame => ({ ...profileFrame('A', 'cpu', tree), meta: {} });

  test('runs the same targets over the dragged part', async () => {
    const query = otherDataSource(of({ data: [seriesFrame(), foreignProfile(spikeTree)] }));
    const data = panelData([foreignProfile(), seriesFrame()]);
    render(panel(data));
    await drag(2, 4);
    await waitFor(() => expect(shownTree()).toBe(callTreeToText(spikeTree)));
    const [request] = query.mock.calls[0];
    expect(request.targets).toEqual(data.request?.targets);
    expect([request.range.from.valueOf(), request.range.to.valueOf()]).toEqual([at(2), at(4)]);
  });

  test('is not asked where only the frames are known: a drag then sets the time range', async () => {
    const query = otherDataSource(NEVER);
    render(panel(panelData([foreignProfile(), seriesFrame()], { request: undefined })));
    await drag(2, 4);
    expect(query).not.toHaveBeenCalled();
    expect(onChangeTimeRange).toHaveBeenCalledWith({ from: at(2), to: at(4) });
  });
});

test('in Explore, which gives frames alone, the frame says whom to ask, and nothing sets the range', async () => {
  const { asked, get } = ourDataSource();
  const frame = profileFrame();
  const note = frame.meta?.custom?.pyrolens as object;
  const inExplore = { ...frame, meta: { custom: { pyrolens: { ...note, dataSource: { uid: 'pyro' } } } } };
  render(panel(panelData([inExplore, seriesFrame()], { request: undefined }), {}, 'explore'));
  await drag(2, 4);
  expect(get).toHaveBeenCalledWith({ uid: 'pyro' }, undefined);
  await asked[0].answer({ tree: spikeTree });
  expect(shownTree()).toBe(callTreeToText(spikeTree));
  expect(screen.queryByRole('button', { name: /range/i })).not.toBeInTheDocument();
});

test('the table follows the part that is dragged, and its order survives that and a refresh', async () => {
  const { asked } = ourDataSource();
  const asTable = { options: { ...defaultPanelOptions, view: 'table' } };
  const { rerender } = render(panel(panelData([profileFrame(), seriesFrame()]), asTable));
  const table = () => within(screen.getByRole('grid', { name: 'Functions' }));
  const names = () =>
    table()
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
  expect(names()).toEqual(['main', 'parse']);
  await userEvent.click(table().getByRole('button', { name: 'Function' }));
  await userEvent.click(table().getByRole('button', { name: 'Function' }));
  expect(names()).toEqual(['parse', 'main']);
  await drag(2, 4);
  await asked[0].answer({ tree: spikeTree });
  expect(names()).toEqual(['main', 'hash']);
  rerender(panel(panelData([profileFrame(), seriesFrame()]), asTable));
  expect(names()).toEqual(['main', 'hash']);
});

test('what is focused survives a refresh and a drag', async () => {
  const { asked } = ourDataSource();
  const { rerender } = render(panel(panelData([profileFrame(), seriesFrame()])));
  await userEvent.click(screen.getByRole('button', { name: 'focus' }));
  rerender(panel(panelData([profileFrame(), seriesFrame()])));
  expect(screen.getByText('focus on main > parse')).toBeInTheDocument();
  await drag(2, 4);
  await asked[0].answer({ tree: spikeTree });
  expect(screen.getByText('focus on main > parse')).toBeInTheDocument();
});

describe('several profiles', () => {
  test('are tabs, each with the series and the focus of its own', async () => {
    ourDataSource();
    render(
      panel(panelData([profileFrame(), seriesFrame(), profileFrame('B', 'CPU of orders', spikeTree), seriesFrame('B')]))
    );
    await userEvent.click(screen.getByRole('button', { name: 'focus' }));
    await userEvent.click(screen.getByRole('tab', { name: 'CPU of orders' }));
    expect(timeline()).toHaveAccessibleName('CPU of orders, 14:00:00 – 14:10:00');
    expect(timeline()).toHaveAccessibleDescription(/cpu B/);
    expect(shownTree()).toBe(callTreeToText(spikeTree));
    expect(screen.getByText('focus on all')).toBeInTheDocument();
  });
});

describe('sizes and options', () => {
  test('a tiny panel is all flame graph', () => {
    ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame(), profileFrame('B')]), { height: 100 }));
    expect(screen.queryByRole('application')).not.toBeInTheDocument();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
    expect(screen.getByTestId('flame graph')).toHaveAttribute('data-height', '100');
  });

  test('the timeline can be hidden', () => {
    ourDataSource();
    render(panel(panelData([profileFrame(), seriesFrame()]), { options: { showTimeline: false } }));
    expect(screen.queryByRole('application')).not.toBeInTheDocument();
    expect(screen.getByTestId('flame graph')).toBeInTheDocument();
  });

  test('a profile alone has no timeline, series alone no flame graph', () => {
    ourDataSource();
    const { rerender } = render(panel(panelData([profileFrame()])));
    expect(screen.queryByRole('application')).not.toBeInTheDocument();
    rerender(panel(panelData([seriesFrame()])));
    expect(timeline()).toBeInTheDocument();
    expect(screen.queryByTestId('flame graph')).not.toBeInTheDocument();
  });

  test("over series alone a drag sets the time range, as in Grafana's own panels", async () => {
    ourDataSource();
    render(panel(panelData([seriesFrame()])));
    await drag(2, 4);
    expect(onChangeTimeRange).toHaveBeenCalledWith({ from: at(2), to: at(4) });
  });
});

describe('when things go wrong', () => {
  test('one of several queries that failed leaves the others their picture', () => {
    ourDataSource();
    const data = panelData([profileFrame(), seriesFrame()], {
      state: LoadingState.Error,
      errors: [{ refId: 'B', message: 'The label selector is malformed.' }],
    });
    data.request?.targets.push({ refId: 'B' });
    render(panel(data));
    expect(screen.getByRole('alert')).toHaveTextContent('Query B: The label selector is malformed.');
    expect(shownTree()).toBe(callTreeToText(wholeTree));
  });

  test('a refresh that failed altogether leaves the picture, and says what it is of', () => {
    ourDataSource();
    const { rerender } = render(panel(panelData([profileFrame(), seriesFrame()])));
    const later = { from: dateTime(at(1)), to: dateTime(at(11)), raw: { from: 'now-10m', to: 'now' } };
    const failed = { state: LoadingState.Error, errors: [{ message: 'The backend is down.' }], timeRange: later };
    rerender(panel(panelData([], failed)));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The backend is down. What is shown is of 14:00:00 – 14:10:00.'
    );
    expect(shownTree()).toBe(callTreeToText(wholeTree));
  });

  test('another query that failed does not show the picture of the one before', () => {
    ourDataSource();
    const { rerender } = render(panel(panelData([profileFrame(), seriesFrame()])));
    const failed = panelData([], { state: LoadingState.Error, errors: [{ message: 'The backend is down.' }] });
    failed.request?.targets.push({ refId: 'B' });
    rerender(panel(failed));
    expect(screen.queryByTestId('flame graph')).not.toBeInTheDocument();
    expect(screen.getByText('The backend is down.')).toBeInTheDocument();
  });

  test('a profile whose rows do not nest is one sentence, and its series stay', () => {
    ourDataSource();
    const frame = profileFrame();
    const [level] = frame.fields;
    frame.fields[0] = { ...level, values: level.values.map((value: number, row: number) => (row === 1 ? 7 : value)) };
    render(panel(panelData([frame, seriesFrame()])));
    expect(screen.getByText(/data is damaged/)).toBeInTheDocument();
    expect(timeline()).toBeInTheDocument();
  });

  test('an empty profile says which range is empty', () => {
    ourDataSource();
    render(panel(panelData([profileFrame('A', 'CPU of checkout', textProfile('')), seriesFrame()])));
    expect(screen.getByText('No profiles in 14:00:00 – 14:10:00')).toBeInTheDocument();
    expect(screen.getByText('CPU of checkout')).toBeInTheDocument();
  });

  test('no data says what was asked for', () => {
    ourDataSource();
    render(panel(panelData([])));
    expect(screen.getByText('No profiles in 14:00:00 – 14:10:00')).toBeInTheDocument();
    expect(screen.getByText(/CPU.* of {service_name="checkout"}/)).toBeInTheDocument();
  });

  test('data of another kind says that it is', () => {
    ourDataSource();
    const logs = toDataFrame({ fields: [{ name: 'line', type: FieldType.string, values: ['x'] }] });
    render(panel(panelData([logs])));
    expect(screen.getByText(/the data is neither/)).toBeInTheDocument();
  });

  test('the first time, it says that it is loading', () => {
    ourDataSource();
    render(panel(panelData([], { state: LoadingState.Loading })));
    expect(screen.getByText(/Loading profile/)).toBeInTheDocument();
  });
});
