import './testing/withStandInFlameGraph';
import '@testing-library/jest-dom';
import { dateTime, FieldType, LoadingState, toDataFrame } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import { diffTrees } from '../profile/diffTrees';
import { callTreeToText, textProfile } from '../profile/textProfile';
import { defaultPanelOptions } from './panelOptions';
import {
  at,
  drag,
  onChangeTimeRange,
  ourDataSource,
  panel,
  panelData,
  preparePage,
  profileFrame,
  question,
  seriesFrame,
  shownTree,
  spikeTree,
  timeline,
  wholeTree,
} from './testing/shownPanel';

beforeAll(preparePage);

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

test('a comparison says what it compares', async () => {
  ourDataSource();
  const earlier = { ...question, from: at(-10), to: at(0) };
  const frame = callTreeToFrame(diffTrees(wholeTree, spikeTree), {
    refId: 'A',
    name: 'CPU of checkout',
    meta: { version: 1, kind: 'profile', title: 'CPU of checkout', question, baseline: earlier },
  });
  render(panel(panelData([frame])));
  expect(
    await screen.findByText('13:50:00 – 14:00:00 (baseline) compared with 14:00:00 – 14:10:00.')
  ).toBeInTheDocument();
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

  test('another query that failed does not show the picture of the one before', async () => {
    ourDataSource();
    const { rerender } = render(panel(panelData([profileFrame(), seriesFrame()])));
    const failed = panelData([], { state: LoadingState.Error, errors: [{ message: 'The backend is down.' }] });
    failed.request?.targets.push({ refId: 'B' });
    rerender(panel(failed));
    expect(screen.queryByTestId('flame graph')).not.toBeInTheDocument();
    expect(await screen.findByText('The backend is down.')).toBeInTheDocument();
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

  test('no data says what was asked for', async () => {
    ourDataSource();
    render(panel(panelData([])));
    expect(await screen.findByText('No profiles in 14:00:00 – 14:10:00')).toBeInTheDocument();
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
