import './testing/withStandInFlameGraph';
import '@testing-library/jest-dom';
import { dateTime, urlUtil, type DataFrame, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { locationService, setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NEVER, of, type Observable } from 'rxjs';
import { ProblemError } from '../base/problem';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import { diffTrees } from '../profile/diffTrees';
import { callTreeToText, textProfile } from '../profile/textProfile';
import {
  at,
  click,
  drag,
  onChangeTimeRange,
  ourDataSource,
  panel,
  panelData,
  preparePage,
  profileFrame,
  question,
  reference,
  seriesFrame,
  shownTree,
  spikeTree,
  strip,
  wholeTree,
} from './testing/shownPanel';

beforeAll(preparePage);

beforeEach(() => {
  onChangeTimeRange.mockClear();
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
    // What was selected is known already.
    await waitFor(() => expect(asked).toHaveLength(5));
    expect(asked.slice(3).map(({ question: { from, to } }) => [from, to])).toEqual([
      [at(0) + 1, at(4)],
      [at(6) + 1, at(10)],
    ]);
    expect(strip()).toHaveTextContent('compared with the rest of the last 10 minutes');
    await userEvent.click(screen.getByRole('button', { name: 'Compare with the rest' }));
    await waitFor(() => expect(shownTree()).toBe(callTreeToText(spikeTree)));
    expect(asked).toHaveLength(5);
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

test("in Explore a selection becomes the pane's time range by the address, which Explore follows", async () => {
  const { asked } = ourDataSource();
  const pane = { datasource: 'pyro', queries: [{ refId: 'A' }], range: { from: 'now-10m', to: 'now' } };
  const other = { ...pane, datasource: 'loki' };
  locationService.push(`/explore?${urlUtil.toUrlParams({ panes: JSON.stringify({ a: other, b: pane }) })}`);
  const frame = profileFrame();
  const note = frame.meta?.custom?.pyrolens as object;
  const inExplore = { ...frame, meta: { custom: { pyrolens: { ...note, dataSource: { uid: 'pyro' } } } } };
  render(panel(panelData([inExplore, seriesFrame()], { request: undefined }), {}, 'explore'));
  await drag(2, 4);
  await asked[0].answer({ tree: spikeTree });
  await userEvent.click(screen.getByRole('button', { name: 'Make it the time range' }));
  expect(JSON.parse(locationService.getSearch().get('panes') ?? '')).toEqual({
    a: other,
    b: { ...pane, range: { from: String(at(2)), to: String(at(4)) } },
  });
  expect(strip()).not.toBeInTheDocument();
  locationService.push('/');
});
