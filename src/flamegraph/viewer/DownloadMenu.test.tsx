import { CompressionStream } from 'node:stream/web';
import { gunzipSync } from 'node:zlib';
import { AppEvents, EventBusSrv } from '@grafana/data';
import { setAppEvents } from '@grafana/runtime';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import { epochMs } from '../../base/units';
import type { ProfileQuestion } from '../../profile/profileSource';
import { callTreeOfPprof } from '../../profile/pprof/callTreeOfPprof';
import { encodePprof } from '../../profile/pprof/encodePprof';
import { pprofOfTree } from '../../profile/export/pprofOfTree';
import { decodePprof } from '../../profile/pprof/decodePprof';
import { callTreeToText, textProfile } from '../../profile/textProfile';
import { DownloadMenu } from './DownloadMenu';
import type { ProfileToSave } from './profileFile';

const saved: Array<{ name: string; content: Blob }> = [];
const alerts: unknown[] = [];

beforeAll(() => {
  // jsdom has no compression, no object URLs, and navigates nowhere; icons are fetched: none ever comes.
  Object.assign(globalThis, { CompressionStream });
  globalThis.fetch = () => new Promise(() => undefined);
  let last: Blob;
  URL.createObjectURL = (content: Blob) => {
    last = content;
    return 'blob:saved';
  };
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, content: last });
  });
  const events = new EventBusSrv();
  events.on(AppEvents.alertError, (payload) => alerts.push(payload));
  setAppEvents(events);
});

beforeEach(() => {
  saved.length = 0;
  alerts.length = 0;
});

const profile: ProfileToSave = {
  tree: textProfile(`
    main      90
      parse   40`),
  title: 'CPU of checkout',
  sampleType: 'cpu',
  span: { from: epochMs(Date.parse('2026-11-21T14:02:00Z')), to: epochMs(Date.parse('2026-11-21T14:04:00Z')) },
  timeZone: 'utc',
  format: (value) => `${value} ns`,
  changeBy: 'share',
};

const picture = { tree: profile.tree, width: 1000, view: 'both', state: {} } as const;

async function choose(user: ReturnType<typeof userEvent.setup>, name: string) {
  await user.click(screen.getByRole('button', { name: 'Download profile' }));
  await user.click(await screen.findByRole('menuitem', { name }));
}

async function savedFile() {
  await waitFor(() => expect(saved).toHaveLength(1));
  const [{ name, content }] = saved;
  const bytes = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(content);
  });
  return { name, bytes: Buffer.from(new Uint8Array(bytes)) };
}

test.each([
  ['Collapsed stacks (.txt)', 'txt', /^main 50\nmain;parse 40\n$/],
  ['speedscope (.json)', 'speedscope.json', /"samples":\[\[0\],\[0,1\]\],"weights":\[50,40\]/],
  ['Table as CSV', 'csv', /^Function,.*\r\nmain,,50,55\.56,90,100\.00\r\n/],
])('%s saves what is shown, named after it', async (entry, extension, content) => {
  render(<DownloadMenu profile={profile} picture={picture} />);
  await choose(userEvent.setup(), entry);
  const { name, bytes } = await savedFile();
  expect(name).toBe(`CPU of checkout 2026-11-21 14.02.00–14.04.00.${extension}`);
  expect(bytes.toString()).toMatch(content);
});

test('pprof is saved compressed, as its tools want it', async () => {
  render(<DownloadMenu profile={profile} picture={picture} />);
  await choose(userEvent.setup(), 'pprof (.pb.gz)');
  const { name, bytes } = await savedFile();
  expect(name).toBe('CPU of checkout 2026-11-21 14.02.00–14.04.00.pb.gz');
  const again = decodePprof(new Uint8Array(gunzipSync(bytes)));
  expect(callTreeToText(callTreeOfPprof(again, 0))).toBe(callTreeToText(profile.tree));
  expect(again.durationNanos).toBe(120e9);
});

test("CPU time of a program in Go is offered to Go's compiler, by the name that it looks for", async () => {
  const question: ProfileQuestion = {
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{service_name="checkout"}',
    from: epochMs(0),
    to: epochMs(1000),
  };
  const goPgo = jest.fn(async () => Uint8Array.of(1, 2, 3));
  const source = { version: 1, profile: () => Promise.reject(new Error('not asked')), goPgo } as const;
  const inGo = { ...profile, tree: textProfile('runtime.main 5') };
  const entry = "For Go's compiler (default.pgo)";
  const { rerender } = render(<DownloadMenu profile={inGo} picture={picture} questions={{ source, question }} />);
  const user = userEvent.setup();
  await choose(user, entry);
  const { name, bytes } = await savedFile();
  expect(name).toBe('default.pgo');
  expect([...gunzipSync(bytes)]).toEqual([1, 2, 3]);
  expect(goPgo).toHaveBeenCalledWith(question, expect.anything());

  const memory = { ...question, profileTypeId: 'memory:inuse_space:bytes:space:bytes' };
  for (const [shown, asked] of [
    [profile, question],
    [inGo, memory],
  ] as const) {
    rerender(<DownloadMenu profile={shown} picture={picture} questions={{ source, question: asked }} />);
    await user.click(screen.getByRole('button', { name: 'Download profile' }));
    await screen.findByRole('menuitem', { name: 'pprof (.pb.gz)' });
    expect(screen.queryByRole('menuitem', { name: entry })).not.toBeInTheDocument();
    await user.keyboard('{Escape}');
  }
});

test('the table is copied as Markdown, with units', async () => {
  const user = userEvent.setup();
  render(<DownloadMenu profile={profile} picture={picture} />);
  await choose(user, 'Copy table as Markdown');
  expect(await navigator.clipboard.readText()).toContain('| main | 50 ns | 55.56% | 90 ns | 100.00% |');
});

test('where the browser gives no clipboard, the table is saved', async () => {
  const user = userEvent.setup();
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  render(<DownloadMenu profile={profile} picture={picture} />);
  await choose(user, 'Table as Markdown');
  const { name, bytes } = await savedFile();
  expect(name).toMatch(/\.md$/);
  expect(bytes.toString()).toContain('| parse | 40 ns |');
});

test('the table is saved and copied as it is seen', async () => {
  const user = userEvent.setup();
  render(<DownloadMenu profile={{ ...profile, table: { search: 'parse' } }} picture={picture} />);
  await choose(user, 'Table as CSV');
  expect((await savedFile()).bytes.toString()).toMatch(/^Function,.*\r\nparse,,40,44\.44,40,44\.44\r\n$/);
  await choose(user, 'Copy table as Markdown');
  await waitFor(async () => expect(await navigator.clipboard.readText()).toContain('| parse |'));
  expect(await navigator.clipboard.readText()).not.toContain('| main |');
});

test('a refused copy is told', async () => {
  const user = userEvent.setup();
  const refused = new Error('Write permission denied.');
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(refused);
  render(<DownloadMenu profile={profile} picture={picture} />);
  await choose(user, 'Copy table as Markdown');
  await waitFor(() => expect(alerts).toHaveLength(1));
  expect(alerts[0]).toEqual(['The profile could not be saved or copied', 'Write permission denied.']);
});

describe('of a comparison', () => {
  const compared: ProfileToSave = {
    ...profile,
    tree: textProfile(`
      main      90 -> 60
        parse   40 -> 0
        render  0 -> 20`),
    baselineSpan: {
      from: epochMs(Date.parse('2026-11-20T14:02:00Z')),
      to: epochMs(Date.parse('2026-11-20T14:03:00Z')),
    },
  };
  const showMenu = (of = compared) => render(<DownloadMenu profile={of} picture={picture} />);

  test.each([
    ['pprof of the baseline (.pb.gz)', 'baseline', 'main 90\n  parse 40', '2026-11-20T14:02:00Z', 60e9],
    ['pprof of what is compared (.pb.gz)', 'compared', 'main 60\n  render 20', '2026-11-21T14:02:00Z', 120e9],
  ])('%s holds that side alone, as long as it was', async (entry, side, stacks, from, durationNanos) => {
    showMenu();
    await choose(userEvent.setup(), entry);
    const { name, bytes } = await savedFile();
    expect(name).toBe(`CPU of checkout 2026-11-21 14.02.00–14.04.00.${side}.pb.gz`);
    const again = decodePprof(new Uint8Array(gunzipSync(bytes)));
    expect(callTreeToText(callTreeOfPprof(again, 0))).toBe(stacks);
    expect(again.timeNanos).toBe(BigInt(Date.parse(from)) * 1_000_000n);
    expect(again.durationNanos).toBe(durationNanos);
  });

  test.each([
    ['Collapsed stacks of both sides (.txt)', 'txt', /^main 50 40\nmain;parse 40 0\nmain;render 0 20\n$/],
    ['speedscope of both sides (.json)', 'speedscope.json', /"CPU of checkout, baseline".*"CPU of checkout, compared"/],
    ['Table as CSV', 'csv', /^Function,File,Baseline self \(nanoseconds\),.*\r\nparse,,40,44\.44,0,0\.00,-40,.*gone/],
  ])('%s holds both sides', async (entry, extension, content) => {
    showMenu();
    await choose(userEvent.setup(), entry);
    const { name, bytes } = await savedFile();
    expect(name).toMatch(new RegExp(`\\d\\.${extension}$`));
    expect(bytes.toString()).toMatch(content);
  });

  test('the table is copied as Markdown, changes by what is compared on the screen', async () => {
    const user = userEvent.setup();
    showMenu({ ...compared, changeBy: 'value' });
    await choose(user, 'Copy table as Markdown');
    const text = await navigator.clipboard.readText();
    expect(text).toContain(
      '| main | 50 ns (55.56%) | 40 ns (66.67%) | -10 ns (+11.11 pp) | -20.00% | 90 ns (100.00%) |'
    );
    expect(text).toContain('compare values');
  });
});

test.each([
  ['pprof of the baseline, with lines (.pb.gz)', 'baseline', '2026-11-20 14.02.00–14.03.00'],
  ['pprof of what is compared, with lines (.pb.gz)', 'compared', '2026-11-21 14.02.00–14.04.00'],
])('%s is that side as the backend has it', async (entry, side, time) => {
  const question = { profileTypeId: 'cpu', labelSelector: '{}', ...profile.span };
  const day = 24 * 3600_000;
  const baseline = { ...question, from: epochMs(question.from - day), to: epochMs(question.to - day - 60_000) };
  const pprof = jest.fn(async () =>
    encodePprof(pprofOfTree(profile.tree, { sampleType: 'cpu', from: 0, duration: 1 }))
  );
  const tree = textProfile('main 90 -> 60');
  const questions = { source: { version: 1 as const, profile: jest.fn(), pprof }, question, baseline };
  render(<DownloadMenu profile={{ ...profile, tree }} picture={picture} questions={questions} />);
  await choose(userEvent.setup(), entry);
  expect((await savedFile()).name).toBe(`CPU of checkout ${time}.${side}.pb.gz`);
  expect(pprof).toHaveBeenCalledWith(side === 'baseline' ? baseline : question, expect.any(AbortSignal));
});

test('the rest of a range is no question: of a comparison with it, what is compared has lines', async () => {
  const question = { profileTypeId: 'cpu', labelSelector: '{}', ...profile.span };
  const source = { version: 1 as const, profile: jest.fn(), pprof: jest.fn() };
  const tree = textProfile('main 90 -> 60');
  render(<DownloadMenu profile={{ ...profile, tree }} picture={picture} questions={{ source, question }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Download profile' }));
  expect(await screen.findByRole('menuitem', { name: /^pprof of what is compared, with lines/ })).toBeInTheDocument();
  expect(screen.queryByRole('menuitem', { name: /^pprof of the baseline, with lines/ })).not.toBeInTheDocument();
});

test('of several types that were added up, each is a file of its own', async () => {
  const types = ['memory:alloc_in_new_tlab_bytes:bytes::', 'memory:alloc_outside_tlab_bytes:bytes::'];
  const question = { profileTypeId: types[0], otherProfileTypeIds: [types[1]], labelSelector: '{}', ...profile.span };
  const pprof = jest.fn(async (_: ProfileQuestion) => new Uint8Array());
  const source = { version: 1 as const, profile: jest.fn(), pprof };
  render(<DownloadMenu profile={profile} picture={picture} questions={{ source, question }} />);
  await choose(userEvent.setup(), 'pprof of the backend, with lines (.pb.gz)');
  await waitFor(() => expect(saved).toHaveLength(2));
  expect(saved.map(({ name }) => name.replace(/^.*\d\./, ''))).toEqual([
    'alloc_in_new_tlab_bytes.pb.gz',
    'alloc_outside_tlab_bytes.pb.gz',
  ]);
  expect(pprof.mock.calls.map(([one]) => [one.profileTypeId, one.otherProfileTypeIds])).toEqual(
    types.map((type) => [type, undefined])
  );
});

test('the backend is asked for the whole profile, where it can be', async () => {
  const question = { profileTypeId: 'cpu', labelSelector: '{}', ...profile.span };
  const whole = encodePprof(
    pprofOfTree(textProfile('hidden 7'), { sampleType: 'cpu', from: question.from, duration: 1 })
  );
  const source = { version: 1 as const, profile: jest.fn(), pprof: jest.fn(async () => whole) };
  render(<DownloadMenu profile={profile} picture={picture} questions={{ source, question }} />);
  await choose(userEvent.setup(), 'pprof of the backend, with lines (.pb.gz)');
  const { bytes } = await savedFile();
  expect(source.pprof).toHaveBeenCalledWith(question, expect.any(AbortSignal));
  expect(callTreeToText(callTreeOfPprof(decodePprof(new Uint8Array(gunzipSync(bytes))), 0))).toContain('hidden');
});
