import { epochMs, milliseconds, type TimeSpan } from '../../base/units';
import { callTreeToText, picture } from '../../profile/textProfile';
import { fakeBackend, process, type Upload } from '../testing/fakeBackend';
import { answerDiff } from './diffAnswer';
import { askFunctionSteps } from './functionSteps';
import { answerProfile } from './profileAnswer';
import { answerSeries, type SeriesAsk } from './seriesAnswer';
import { UploadIntervalFinder } from './uploadIntervals';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
/** A multiple of ten minutes. */
const START = 1_795_240_800_000;
const minutes = (n: number) => n * 60_000;
const span = (from: number, to: number): TimeSpan => ({ from: epochMs(START + from), to: epochMs(START + to) });
const signal = new AbortController().signal;

function uploads(type: string, service: string, pod: string, every: number, tree: string, phase = 3_000): Upload[] {
  const labels = { service_name: service, pod };
  return process({ type, labels, from: START + phase, to: START + minutes(60), every, picture: tree });
}

async function series(backend: Upload[], ask: Partial<SeriesAsk> & Pick<SeriesAsk, 'profileTypeId'>) {
  const { client } = fakeBackend(backend);
  return answerSeries(
    { client, finder: new UploadIntervalFinder(client) },
    { labelSelector: '{}', groupBy: [], wantedStep: milliseconds(1000), ...span(0, minutes(60)), ...ask },
    signal
  );
}

async function profile(backend: Upload[], profileTypeId: string, range: TimeSpan, callSite?: readonly string[]) {
  const { client } = fakeBackend(backend);
  const question = { profileTypeId, labelSelector: '{}', ...range, ...(callSite === undefined ? {} : { callSite }) };
  return answerProfile({ client, finder: new UploadIntervalFinder(client) }, question, signal);
}

/** The one value that all points have. */
function level(values: Float64Array): number {
  expect(new Set(Array.from(values, (value) => value.toPrecision(9))).size).toBe(1);
  return values[0];
}

describe('what a program burned', () => {
  // Two pods, each busy half of the time on one core, heard every 30 s at different moments.
  const pods = [
    ...uploads(CPU, 'cart', 'a', 30_000, 'main 15000000000', 4_000),
    ...uploads(CPU, 'cart', 'b', 30_000, 'main 15000000000', 17_000),
  ];

  test.each([1, 15, 30, 45, 60, 300, 600])('is one core at a wanted step of %d s', async (wanted) => {
    const { series: all, grid } = await series(pods, { profileTypeId: CPU, wantedStep: milliseconds(wanted * 1000) });
    expect(all).toHaveLength(1);
    expect(level(all[0].values)).toBeCloseTo(1, 9);
    expect(grid.step % 30_000).toBe(0);
    expect(grid.step).toBeGreaterThanOrEqual(wanted * 1000);
  });

  // Timers are late by a little each time, until a step of 15 s holds no upload.
  const late = (times: readonly number[], cpuSeconds: readonly number[]) =>
    times.flatMap((time, at) => {
      const from = START + time * 1000;
      const picture = `main ${cpuSeconds[at] * 1e9}`;
      return process({ type: CPU, labels: { service_name: 'shop' }, from, to: from + 1, every: 1, picture });
    });
  const before = Array.from({ length: 29 }, (_, i) => 15 * i + 14);
  const usual = before.map(() => 3);
  const after = [482, 497, 512, 527];
  const coresOf = async (times: readonly number[], cpuSeconds: readonly number[]) => {
    const ups = late([...before, ...times, ...after], [...usual, ...cpuSeconds, 3, 3, 3, 3]);
    const { series: all } = await series(ups, { profileTypeId: CPU, ...span(0, 540_000) });
    return Array.from(all[0].values.slice(29), (cores) => Math.round(cores * 1000) / 1000);
  };

  test('is a spike beside a step that no upload is in, and not half of one', async () => {
    // Steps end at 450, 465, 480; none is in the one of 465.
    expect(await coresOf([450, 467], [12, 3])).toEqual([0.8, 0.5, 0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  test('is shared out where a step holds two uploads and the one beside it none', async () => {
    expect(await coresOf([449, 465.5, 480], [3, 3, 3])).toEqual([0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2]);
  });

  test('adds up by pod', async () => {
    const { series: all } = await series(pods, { profileTypeId: CPU, groupBy: ['pod'] });
    expect(all.map(({ labels, values }) => [labels[0].value, level(values)])).toEqual([
      ['a', 0.5],
      ['b', 0.5],
    ]);
  });

  test('is all in its flame graph', async () => {
    const { tree, averagedOver } = await profile(pods, CPU, span(0, minutes(10)));
    expect(tree.total[0]).toBe(600e9);
    expect(averagedOver).toBeUndefined();
  });

  test('has its newest part in a step of its own, up to the end of the range', async () => {
    const { series: all, grid } = await series(pods, { profileTypeId: CPU, ...span(0, minutes(59) + 50_000) });
    expect(grid.last).toBe(START + minutes(60));
    expect(grid.partialLast).toBe(true);
    expect(all[0].timestamps.at(-1)).toBe(START + minutes(60));
  });
});

describe('what a program holds', () => {
  const held = `
    main    100
      cache  80`;
  const pods = [
    ...uploads(MEMORY, 'cart', 'a', 15_000, held, 4_000),
    ...uploads(MEMORY, 'cart', 'b', 15_000, held, 9_000),
  ];

  test.each([1, 15, 30, 60, 240, 600])('is the same at a wanted step of %d s', async (wanted) => {
    const { series: all } = await series(pods, { profileTypeId: MEMORY, wantedStep: milliseconds(wanted * 1000) });
    expect(level(all[0].values)).toBeCloseTo(200, 9);
  });

  test.each([1, 2, 10, 59])(
    'is the same in the flame graph of %d minutes, which says how it was averaged',
    async (n) => {
      const { tree, averagedOver } = await profile(pods, MEMORY, span(minutes(60 - n), minutes(60)));
      expect(tree.total[0]).toBeCloseTo(200, 9);
      expect(averagedOver).toBe(4 * n);
      expect(callTreeToText(tree).replaceAll(/\d\.\d+/g, (number) => String(Math.round(Number(number))))).toBe(
        picture(`
        main    200
          cache 160`)
      );
    }
  );

  test('is not multiplied in a range that is shorter than an upload interval', async () => {
    const { tree, averagedOver } = await profile(pods, MEMORY, span(minutes(5) + 2_000, minutes(5) + 6_000));
    expect(tree.total[0]).toBe(100);
    expect(averagedOver).toBe(1);
  });

  test('is averaged over as many snapshots below a call site as in the whole', async () => {
    const { averagedOver } = await profile(pods, MEMORY, span(0, minutes(10)), ['main']);
    expect(averagedOver).toBe(40);
  });

  test('is what one process held, where another took its place', async () => {
    const [first, second] = [pods.slice(0, 120), uploads(MEMORY, 'cart', 'c', 15_000, held, minutes(30) + 4_000)];
    const { tree } = await profile([...first, ...second], MEMORY, span(0, minutes(60)));
    expect(tree.total[0]).toBeCloseTo(100, 0);
  });
});

describe('services that upload at different intervals', () => {
  const both = [
    ...uploads(MEMORY, 'cart', 'a', 15_000, 'go 100'),
    ...uploads(MEMORY, 'shop', 'b', 60_000, 'node 30'),
    ...uploads(MEMORY, 'rank', 'c', 10_000, 'rust 7'),
  ];

  test.each([1, 60, 300])('hold what they hold together at a wanted step of %d s', async (wanted) => {
    const { series: all } = await series(both, { profileTypeId: MEMORY, wantedStep: milliseconds(wanted * 1000) });
    expect(all).toHaveLength(1);
    expect(level(all[0].values)).toBeCloseTo(137, 6);
  });

  test('hold what each holds by itself, and the largest come first', async () => {
    const { series: all } = await series(both, { profileTypeId: MEMORY, groupBy: ['service_name'], limit: 2 });
    expect(all.map(({ labels, values }) => [labels[0].value, Math.round(level(values))])).toEqual([
      ['cart', 100],
      ['shop', 30],
    ]);
  });

  test.each([1, 60, 300])('have functions that hold what they hold at a wanted step of %d s', async (wanted) => {
    const { client } = fakeBackend(both);
    const question = { profileTypeId: MEMORY, labelSelector: '{}', ...span(0, minutes(60)) };
    const steps = await askFunctionSteps(
      { client, finder: new UploadIntervalFinder(client) },
      question,
      milliseconds(wanted * 1000),
      signal
    );
    const held = [...steps.functions].map(([name, { self }]) => [name, Math.round(level(self) * 1000) / 1000]);
    expect(Object.fromEntries(held)).toEqual({ go: 100, node: 30, rust: 7 });
  });

  test.each([4, 20])('are compared as what they hold, where one side is %d times as long', async (times) => {
    const { client } = fakeBackend(both);
    const side = (from: number, to: number) => ({ profileTypeId: MEMORY, labelSelector: '{}', ...span(from, to) });
    const { tree } = await answerDiff(
      { client, finder: new UploadIntervalFinder(client) },
      side(0, minutes(2)),
      side(minutes(10), minutes(10 + 2 * times)),
      signal
    );
    expect(tree.total[0]).toBeCloseTo(137, 0);
    expect(tree.right?.total[0]).toBeCloseTo(137, 0);
  });

  test('have their right shares in one flame graph', async () => {
    const { tree } = await profile(both, MEMORY, span(0, minutes(60)));
    const rounded = { ...tree, total: tree.total.map(Math.round), self: tree.self.map(Math.round) };
    expect(callTreeToText(rounded)).toBe(
      picture(`
        go   100
        node  30
        rust   7`)
    );
  });
});
