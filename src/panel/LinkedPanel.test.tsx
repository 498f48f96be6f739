import '@testing-library/jest-dom';
import { AppEvents, dateTime, EventBusSrv, type DataFrame } from '@grafana/data';
import { locationService, setAppEvents } from '@grafana/runtime';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { FlameGraphState } from '../flamegraph/view/flameGraphState';
import type { ProfileViewerProps } from '../flamegraph/viewer/ProfileViewer';
import { heatmapFrame } from '../frames/heatmapFrame';
import { textProfile } from '../profile/textProfile';
import { LONGEST_ADDRESS } from './link/copyLink';
import { linkText } from './link/linkText';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';
import {
  at,
  ourDataSource,
  panel as shownPanel,
  panelData,
  preparePage,
  profileFrame,
  question,
  seriesFrame,
} from './testing/shownPanel';

/** The viewer has tests of its own: here it says what state it has, chooses what the test wants, and copies. */
let choice: FlameGraphState = {};
jest.mock('../flamegraph/viewer/ProfileViewer', () => ({
  ProfileViewer: ({ notes, state, onStateChange, onCopyLink }: ProfileViewerProps) => (
    <section aria-label={notes.title}>
      <output>{JSON.stringify(state)}</output>
      <button onClick={() => onStateChange(choice)}>choose</button>
      <button onClick={onCopyLink}>copy</button>
    </section>
  ),
}));
jest.mock('./useProfileSource', () => ({ useProfileSource: () => undefined }));

const told: unknown[] = [];
const events = new EventBusSrv();
const clipboard = { writeText: jest.fn(async (_text: string) => undefined) };

beforeAll(() => {
  preparePage();
  ourDataSource();
  setAppEvents(events);
  for (const type of [AppEvents.alertSuccess, AppEvents.alertWarning]) {
    events.on(type, (payload) => told.push(payload));
  }
});

beforeEach(() => {
  told.length = 0;
  choice = { focus: ['main', 'parse'], search: 'j' };
  clipboard.writeText.mockClear();
  locationService.push('/d/shop/shop?from=now-10m&to=now&var-pod=a&var-pod=b&kiosk');
});

const raw = { from: 'now-10m', to: 'now' };
const timeRange = { from: dateTime(1000), to: dateTime(601_000), raw };

interface Shown {
  readonly id?: number;
  readonly pod?: string;
  /** What else its query gave. */
  readonly more?: readonly DataFrame[];
  readonly options?: PanelOptions;
  readonly onOptionsChange?: (options: PanelOptions) => void;
}

/** A panel of a dashboard: `pod` is the value of the variable that its query names. */
function panel(title: string, { id = 4, pod = 'a', more = [], ...props }: Shown = {}) {
  const request = { targets: [{ refId: 'A', labelSelector: '{pod="$pod"}' }], scopedVars: {} } as never;
  const frames = [profileFrame('A', title, textProfile('main 5')), ...more];
  return shownPanel(panelData(frames, { timeRange, request }), {
    id,
    width: 800,
    replaceVariables: (text: string) => text.replaceAll('$pod', pod),
    ...props,
  });
}

const part = (title: string) => screen.getByRole('region', { name: title });
const stateOf = (title: string) => JSON.parse(part(title).querySelector('output')!.textContent) as FlameGraphState;
const press = (title: string, name: 'choose' | 'copy') =>
  act(async () => {
    fireEvent.click(within(part(title)).getByRole('button', { name }));
  });

async function copy(title: string): Promise<string> {
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  await press(title, 'copy');
  return clipboard.writeText.mock.lastCall![0];
}

/** Opens a link as somebody else: the panels of the page are new. */
function open(link: string, panels: ReactElement) {
  locationService.push(link.slice(new URL(link).origin.length));
  return render(panels);
}

test('a link brings back what its sender saw, at the same times, with all that the address said', async () => {
  const sender = render(panel('CPU'));
  await press('CPU', 'choose');
  const link = await copy('CPU');
  expect(told).toEqual([['Link copied']]);
  const { searchParams } = new URL(link);
  expect(searchParams.getAll('var-pod')).toEqual(['a', 'b']);
  expect(searchParams.get('kiosk')).toBe('true');
  expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['1000', '601000']);
  // The page's own times go on.
  expect(locationService.getSearchObject()).toMatchObject({ from: 'now-10m', to: 'now' });

  sender.unmount();
  open(link, panel('CPU'));
  expect(stateOf('CPU')).toEqual(choice);
});

const heatmap = heatmapFrame(
  { bucketMins: [0], timestamps: [at(2)], counts: [3] },
  {
    refId: 'A',
    name: 'Profiles',
    unit: 'ns',
    panelInExplore: '',
    meta: { version: 1, kind: 'heatmap', question, counted: 'individual', stepMs: 60_000 },
  }
);

test('what is seen over time comes along: which series, or the heatmap', async () => {
  const named = (name: string) => ({ ...seriesFrame(), name, fields: namedValues(name) });
  const namedValues = (name: string) =>
    seriesFrame().fields.map((field) => ({ ...field, config: { ...field.config, displayNameFromDS: name } }));
  const page = panel('CPU', { more: [named('eu'), named('us'), heatmap] });
  const pressed = () =>
    ['eu', 'us'].map((name) => screen.getByRole('button', { name }).getAttribute('aria-pressed') === 'true');
  const sender = render(page);
  expect(pressed()).toEqual([true, true]);
  fireEvent.click(screen.getByRole('button', { name: 'us' }));
  expect(pressed()).toEqual([false, true]);
  const withSeries = await copy('CPU');
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: 'Heatmap' })));
  const withHeatmap = await copy('CPU');
  sender.unmount();

  const first = open(withSeries, page);
  expect(pressed()).toEqual([false, true]);
  first.unmount();
  open(withHeatmap, page);
  expect(screen.getByRole('radio', { name: 'Heatmap' })).toBeChecked();
});

test("what its sender has taken back of the panel's options stays taken back", async () => {
  const options = { ...defaultPanelOptions, isInverted: true };
  const sender = render(panel('CPU', { options }));
  expect(stateOf('CPU')).toEqual({ isInverted: true });
  choice = {};
  await press('CPU', 'choose');
  const link = await copy('CPU');
  sender.unmount();
  open(link, panel('CPU', { options }));
  expect(stateOf('CPU')).toEqual({});
});

test('each panel has its own part of it, one that repeats too, and the others come along', async () => {
  const page = (
    <>
      {panel('CPU of a')}
      {panel('CPU of b', { pod: 'b' })}
      {panel('Memory', { id: 5 })}
    </>
  );
  const sender = render(page);
  await press('CPU of b', 'choose');
  choice = { view: 'table' };
  await press('Memory', 'choose');
  const link = await copy('CPU of b');
  sender.unmount();
  open(link, page);
  expect(['CPU of a', 'CPU of b', 'Memory'].map(stateOf)).toEqual([
    {},
    { focus: ['main', 'parse'], search: 'j' },
    { view: 'table' },
  ]);
});

test('panels that nothing tells apart are told apart by their order', async () => {
  const page = (
    <>
      {panel('left')}
      {panel('right')}
    </>
  );
  const sender = render(page);
  await press('right', 'choose');
  const link = await copy('left');
  sender.unmount();
  open(link, page);
  expect(['left', 'right'].map(stateOf)).toEqual([{}, choice]);
});

test('once the address holds what is seen it follows what is chosen, and then what it asks', async () => {
  const { rerender } = render(panel('CPU'));
  await press('CPU', 'choose');
  await copy('CPU');
  choice = { search: 'other' };
  await press('CPU', 'choose');
  const links = () => Object.entries(locationService.getSearchObject()).filter(([name]) => name.startsWith('pyrolens'));
  await waitFor(() => expect(links().map(([, link]) => link)).toEqual([linkText({ state: choice }).text]));
  const [[before]] = links();
  rerender(panel('CPU', { pod: 'b' }));
  expect(links().map(([, link]) => link)).toEqual([linkText({ state: choice }).text]);
  expect(links()[0][0]).not.toBe(before);
  expect(stateOf('CPU')).toEqual(choice);
});

test('nothing is put into an address of which nobody wanted a link', async () => {
  render(panel('CPU'));
  await press('CPU', 'choose');
  expect(locationService.getSearch().toString()).toBe('from=now-10m&to=now&var-pod=a&var-pod=b&kiosk=');
});

test('what is no link of ours is ignored', () => {
  const sender = render(panel('CPU'));
  sender.unmount();
  for (const bad of ['', '1.', '%00', '1.e30', 'x'.repeat(9000)]) {
    locationService.push(`/d/shop?pyrolens-4=${bad}&pyrolens-4.abc=${bad}`);
    const { unmount } = render(panel('CPU'));
    expect(stateOf('CPU')).toEqual({});
    unmount();
  }
});

test('an address that would be too long goes without the other panels, and says so', async () => {
  render(
    <>
      {panel('CPU')}
      {panel('Memory', { id: 5 })}
      {panel('Locks', { id: 6 })}
    </>
  );
  locationService.partial({ 'var-text': 'x'.repeat(LONGEST_ADDRESS - 700) }, true);
  await press('CPU', 'choose');
  choice = { search: 'y'.repeat(500) };
  await press('Memory', 'choose');
  await press('Locks', 'choose');
  const link = await copy('CPU');
  expect(link.length).toBeLessThanOrEqual(LONGEST_ADDRESS);
  expect(told).toEqual([['Link copied', 'There is no room in an address for what is seen of 2 other panels.']]);

  told.length = 0;
  choice = { focus: ['x'.repeat(3000)], search: 'y' };
  await press('CPU', 'choose');
  await copy('CPU');
  expect(told).toEqual([
    ['Link copied', 'There is no room in an address for the zoom, what is seen of 2 other panels.'],
  ]);
});

test('where a page has no clipboard, its address is the link', async () => {
  render(panel('CPU'));
  await press('CPU', 'choose');
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  await press('CPU', 'copy');
  expect(told).toEqual([["The link is the page's address", 'The browser lets the page copy nothing.']]);
  expect([...locationService.getSearch().values()]).toContain(linkText({ state: choice }).text);
});

test('an embedding that keeps the link itself has it in the address already', async () => {
  const onOptionsChange = jest.fn();
  const options = { ...defaultPanelOptions, link: linkText({ state: { search: 'kept' } }).text };
  render(panel('CPU', { options, onOptionsChange }));
  expect(stateOf('CPU')).toEqual({ search: 'kept' });
  const link = await copy('CPU');
  expect([...new URL(link).searchParams.keys()].filter((name) => name.startsWith('pyrolens'))).toEqual([]);
});
