import {
  CoreApp,
  dateTime,
  type DataFrame,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { milliseconds } from '../base/units';
import { frameToCallTree } from '../frames/frameToCallTree';
import { pyrolensMeta } from '../frames/frameMeta';
import { ProfilesDataSource } from './ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from './profilesQuery';
import { fakeBackend, process } from './testing/fakeBackend';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 21, 14, 30);
const labels = { service_name: 'cart' };
/** A minute of work every hour of three days. */
const uploads = Array.from({ length: 72 }, (_, hour) => NOW - (hour + 0.5) * HOUR).flatMap((from) =>
  process({ type: CPU, labels, from, to: from + 60_000, every: 15_000, picture: 'main 15000000000' })
);

interface Asked {
  readonly query?: Partial<ProfilesQuery>;
  readonly from: number;
  readonly to?: number;
  readonly jsonData?: ProfilesOptions;
  readonly lookBack?: number;
}

async function ask({ query, from, to = NOW, jsonData = {}, lookBack }: Asked) {
  const backend = fakeBackend(uploads);
  const probes: Array<number | undefined> = [];
  const source = new ProfilesDataSource(
    { jsonData, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    {
      client: backend.client,
      lookBack: async (_, span) => {
        probes.push(span?.from);
        return lookBack === undefined ? undefined : milliseconds(lookBack);
      },
      templates: { replace: (text = '') => text, getVariables: () => [] },
      now: () => NOW,
    }
  );
  const range = { from: dateTime(from), to: dateTime(to) };
  const answer: DataQueryResponse = await lastValueFrom(
    source.query({
      targets: [{ refId: 'A', profileTypeId: CPU, labelSelector: '{service_name="cart"}', ...query }],
      range: { ...range, raw: range },
      intervalMs: 60_000,
      scopedVars: {},
      app: CoreApp.Dashboard,
      requestId: 'Q1',
      interval: '60s',
      timezone: 'utc',
      startTime: 0,
    })
  );
  const frames = answer.data as DataFrame[];
  return {
    frames,
    errors: (answer.errors ?? []).map(({ message }) => message),
    notices: frames.flatMap(({ meta }) => meta?.notices ?? []).map(({ text }) => text),
    asked: backend.asked,
    probes,
  };
}

test.each(['both', 'metrics', 'profile', 'functions'])(
  'an answer that begins before the backend looks back says from when on it is: %s',
  async (queryType) => {
    const { notices, errors, frames } = await ask({ query: { queryType }, from: NOW - 3 * DAY, lookBack: 1.5 * DAY });
    expect(errors).toEqual([]);
    expect(notices).toEqual([
      'The time range is answered from 2026-11-20 02:31 on only, as the backend looks back no further than 1d12h: choose a later one, or have the limit (max_query_lookback) raised.',
    ]);
    const meta = pyrolensMeta(frames[0]);
    expect(meta?.question.from ?? NOW - 1.5 * DAY + 60_000).toBe(NOW - 1.5 * DAY + 60_000);
  }
);

test('nothing is asked about what the backend does not look back to, so that steps and sums are of what is answered', async () => {
  const { frames, asked } = await ask({ from: NOW - 3 * DAY, lookBack: 1.5 * DAY });
  const earliest = NOW - 1.5 * DAY;
  for (const { question } of asked.filter(({ method }) => method === 'selectSeries' || method === 'mergeStacktraces')) {
    expect((question as { from: number }).from).toBeGreaterThanOrEqual(earliest);
  }
  expect(frameToCallTree(frames[0]).total[0]).toBe(36 * 4 * 15e9);
});

test('a range wholly before it gets a sentence and not an empty panel', async () => {
  const { errors, asked } = await ask({ from: NOW - 3 * DAY, to: NOW - 2 * DAY, lookBack: 1.5 * DAY });
  expect(errors).toEqual([
    'The time range ends before 2026-11-20 02:31, and the backend looks back no further than 1d12h: choose a later one, or have the limit (max_query_lookback) raised.',
  ]);
  expect(asked).toEqual([]);
});

test('a range that has nothing in what is answered still says why', async () => {
  const { frames, notices } = await ask({
    query: { labelSelector: '{service_name="nobody"}' },
    from: NOW - 3 * DAY,
    lookBack: 1.5 * DAY,
  });
  expect(frames.map(({ length }) => length)).toEqual([0]);
  expect(notices).toHaveLength(1);
});

describe('a comparison with an earlier time', () => {
  const compared = (shift: string, from = NOW - HOUR) =>
    ask({ query: { queryType: 'diff', baseline: { shift } }, from, lookBack: 1.5 * DAY });

  test('that the backend still answers has nothing to say', async () => {
    const { errors, notices } = await compared('1d');
    expect([errors, notices]).toEqual([[], []]);
  });

  test('says that the baseline is cut, and looks at what is left of it', async () => {
    const { frames, notices } = await compared('1d', NOW - DAY);
    expect(notices[0]).toMatch(/^The baseline is answered from 2026-11-20 02:31 on only, as .*1d12h: choose/);
    const meta = pyrolensMeta(frames[0]);
    expect(meta?.kind === 'profile' && meta.baseline).toMatchObject({
      from: NOW - 1.5 * DAY + 60_000,
      to: NOW - DAY,
    });
    expect(frameToCallTree(frames[0]).total[0]).toBe(12 * 4 * 15e9);
  });

  test('says that a week before is out of reach', async () => {
    const { errors } = await compared('1w');
    expect(errors).toEqual([expect.stringMatching(/^The baseline ends before 2026-11-20 02:31, and the backend/)]);
  });
});

test('the last week of a backend that looks back a week lacks nothing', async () => {
  const { notices, errors } = await ask({ from: NOW - 7 * DAY, lookBack: 7 * DAY });
  expect([notices, errors]).toEqual([[], []]);
});

test('the settings have the first word, and where they say it nobody is asked', async () => {
  const { notices, probes } = await ask({ from: NOW - 3 * DAY, jsonData: { lookBack: '2d' }, lookBack: DAY });
  expect(notices).toEqual([expect.stringContaining('no further than 2d')]);
  expect(probes).toEqual([]);
});

test('nothing is looked for where it cannot matter, and nothing is said where nobody knows', async () => {
  expect((await ask({ from: NOW - HOUR })).probes).toEqual([]);
  const unknown = await ask({ from: NOW - 3 * DAY });
  expect([unknown.probes, unknown.notices, unknown.errors]).toEqual([[NOW - 3 * DAY], [], []]);
});
