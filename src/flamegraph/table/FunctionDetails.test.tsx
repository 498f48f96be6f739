import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import { ProblemError } from '../../base/problem';
import type { CallTree } from '../../profile/callTree';
import { textProfile } from '../../profile/textProfile';
import type { DetailQuestions } from './detailQuestions';
import { FunctionDetails, type FunctionDetailsProps } from './FunctionDetails';

const profile = textProfile(`
  main                    80
    app/parse.(*Json).run 30
      read                30
    render                50
      app/parse.(*Json).run 10
        read               4
  gc                      20`);
const NAME = 'app/parse.(*Json).run';

beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  globalThis.fetch = () => new Promise(() => undefined);
});

const onChoose = jest.fn();
const onClose = jest.fn();

type How = Pick<FunctionDetailsProps, 'diffBy' | 'unfiltered' | 'timeZone'>;

function show(questions: DetailQuestions = {}, name = NAME, tree: CallTree = profile, how: How = {}) {
  return render(
    <FunctionDetails
      {...{ tree, questions, onChoose, onClose }}
      {...how}
      functionName={name}
      width={400}
      height={600}
      format={(value) => `${value} ms`}
    />
  );
}

const open = (title: string) => userEvent.click(screen.getByRole('button', { name: title }));
const rowsOf = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

/** An answer that comes when the test says so. */
function pending<T>() {
  let settle = { resolve: (_: T) => {}, reject: (_: unknown) => {} };
  const signals: AbortSignal[] = [];
  const ask = jest.fn((signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<T>((resolve, reject) => {
      settle = { resolve, reject };
    });
  });
  return {
    ask,
    signals,
    resolve: (value: T) => act(async () => settle.resolve(value)),
    reject: (error: unknown) => act(async () => settle.reject(error)),
  };
}

test('the name in full and in its parts, and the values of all of its places', () => {
  show();
  expect(screen.getByRole('heading', { name: 'run' })).toBeInTheDocument();
  expect(screen.getByText(NAME)).toBeInTheDocument();
  expect(screen.getByText('app/parse')).toBeInTheDocument();
  expect(screen.getByText('(*Json)')).toBeInTheDocument();
  const values = screen.getByRole('table', { name: 'Values' });
  expect(values).toHaveTextContent('Total40 ms 40%');
  expect(values).toHaveTextContent('Self6 ms 6%');
});

test('callers and callees with what flows over the calls; a click chooses one', async () => {
  show();
  expect(rowsOf('Callers')).toEqual(['main30 ms75%', 'render10 ms25%']);
  expect(rowsOf('Callees')).toEqual(['read34 ms85%']);
  await userEvent.click(screen.getByRole('button', { name: 'render' }));
  expect(onChoose).toHaveBeenCalledWith('render');
});

test('a function that nothing calls, or that calls nothing, is said so', () => {
  show({}, 'gc');
  expect(screen.getByText(/Nothing calls it/)).toBeInTheDocument();
  expect(screen.getByText(/calls nothing/)).toBeInTheDocument();
});

test('many callees are shown when asked for', async () => {
  const many = textProfile(`  main 100\n${Array.from({ length: 20 }, (_, at) => `    f${at} ${at / 10}`).join('\n')}`);
  show({}, 'main', many);
  expect(rowsOf('Callees')).toHaveLength(8);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 20' }));
  expect(rowsOf('Callees')).toHaveLength(20);
});

test('a comparison has both sides and the change', () => {
  const compared = textProfile(`
    main   80 -> 100
      read 20 -> 60
      send  0 -> 30
    gc     20 -> 100`);
  show({}, 'main', compared);
  expect(screen.getByRole('table', { name: 'Values' })).toHaveTextContent('Total80 ms 80%100 ms 50%−37.5% −30 pp');
  // By share, as all else is: 20 of 100 before, 60 of 200 after.
  expect(rowsOf('Callees')).toEqual(['read20%30%+50%', 'send0%15%new']);
});

test('a comparison of values is one of values in all of its numbers', () => {
  const compared = textProfile('main 80 -> 100\n  read 20 -> 60\ngc 20 -> 100');
  show({}, 'main', compared, { diffBy: 'value' });
  expect(screen.getByRole('table', { name: 'Values' })).toHaveTextContent('Total80 ms 80%100 ms 50%+25% +20 ms');
  expect(rowsOf('Callees')).toEqual(['read20 ms60 ms+200%']);
});

test('what is asked for without filters says so while there are some', () => {
  const never = () => new Promise<never>(() => undefined);
  show({ lines: never }, 'main', textProfile('main 1'), { unfiltered: textProfile('main 2') });
  expect(screen.getByRole('button', { name: 'Source lines, without filters' })).toBeInTheDocument();
});

test('what is asked of one side of a comparison says of which', () => {
  const never = () => new Promise<never>(() => undefined);
  show({ lines: never, labelNames: never, byLabel: never, series: never }, 'main', textProfile('main 1 -> 2'));
  const titles = ['Source lines', 'Share by label', 'Over time'].map((title) => `${title}, compared side`);
  expect(titles.map((name) => screen.getByRole('button', { name }).tagName)).toEqual(['BUTTON', 'BUTTON', 'BUTTON']);
});

test('a name of megabytes leaves the values in sight', () => {
  const long = `a.${'b'.repeat(5_000_000)}`;
  show({}, long, textProfile(`${long} 5`));
  const full = screen.getAllByText(/^a\.bbb/).find((element) => element.closest('h3') === null);
  expect(full?.parentElement).toHaveStyle({ maxHeight: '9em', overflowY: 'auto' });
  expect(screen.getByRole('table', { name: 'Values' })).toHaveTextContent('5 ms');
});

test('a function that this profile does not have is said so, and its name stays', () => {
  show({}, 'elsewhere');
  expect(screen.getByRole('status')).toHaveTextContent('does not have the function');
  expect(screen.getByRole('heading', { name: 'elsewhere' })).toBeInTheDocument();
});

test('what cannot be asked has no section', () => {
  show();
  expect(screen.queryByText('Source lines')).not.toBeInTheDocument();
  expect(screen.queryByText('Share by label')).not.toBeInTheDocument();
  expect(screen.queryByText('Over time')).not.toBeInTheDocument();
});

const LINES = {
  file: 'parse.go',
  unit: 'nanoseconds',
  lines: {
    length: 2,
    line: Uint32Array.of(12, 40),
    self: Float64Array.of(0, 6),
    total: Float64Array.of(34, 6),
  },
} as const;

test('lines are asked for when their section is opened, and lead to their source', async () => {
  const { ask, resolve } = pending<typeof LINES>();
  show({ lines: ask, sourceLink: (file, line) => `https://example.org/${file}#L${line}` });
  expect(ask).not.toHaveBeenCalled();
  await open('Source lines');
  expect(screen.getByText('Loading…')).toBeInTheDocument();
  await resolve(LINES);
  expect(rowsOf('Source lines')).toEqual(['line 120 ms34 ms', 'line 406 ms6 ms']);
  const link = screen.getByRole('link', { name: /line 40/ });
  expect(link).toHaveAttribute('href', 'https://example.org/parse.go#L40');
  expect(link).toHaveAttribute('target', '_blank');
  expect(link.getAttribute('rel')).toContain('noopener');
});

test('lines of a comparison have both sides and the change, as everything else has', async () => {
  const before = { ...LINES, lines: { ...LINES.lines, line: Uint32Array.of(12, 50), total: Float64Array.of(10, 5) } };
  const tree = textProfile('main 100 -> 200');
  const questions = { lines: async () => LINES, baselineLines: async () => before };
  const { rerender } = show(questions, 'main', tree);
  await open('Source lines');
  await screen.findByText('line 12');
  expect(rowsOf('Source lines')).toEqual(['line 1210%17%+70%', 'line 400%3%new', 'line 505%0%gone']);
  expect(screen.getByTitle('Self 0 ms → 6 ms')).toHaveTextContent('line 40');
  rerender(<></>);
  show(questions, 'main', tree, { diffBy: 'value' });
  await open('Source lines');
  await screen.findByText('line 12');
  expect(rowsOf('Source lines')[0]).toBe('line 1210 ms34 ms+240%');
});

test('lines of a comparison, which know no filters, are a part of the profile without them', async () => {
  const questions = { lines: async () => LINES, baselineLines: async () => LINES };
  const unfiltered = textProfile('main 100 -> 200\ngc 100 -> 200');
  show(questions, 'main', textProfile('main 100 -> 200'), { unfiltered });
  await open('Source lines, without filters');
  await screen.findByText('line 12');
  expect(rowsOf('Source lines')[0]).toBe('line 1217%8.5%-50%'.replace('-', '−'));
});

test('a link leads to the web or is none', async () => {
  show({ lines: async () => LINES, sourceLink: () => 'javascript:alert(1)' });
  await open('Source lines');
  expect(await screen.findByText('line 40')).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

test('a profile without lines is said so', async () => {
  const none = { length: 0, line: new Uint32Array(), self: new Float64Array(), total: new Float64Array() };
  show({ lines: async () => ({ ...LINES, lines: none }) });
  await open('Source lines');
  expect(await screen.findByText(/does not know the lines/)).toBeInTheDocument();
});

test('a failure is told in a sentence, and can be tried again', async () => {
  const { ask, reject, resolve } = pending<typeof LINES>();
  show({ lines: ask });
  await open('Source lines');
  await reject(new ProblemError({ kind: 'timeout', sentence: 'The backend took too long.' }));
  expect(screen.getByRole('alert')).toHaveTextContent('The backend took too long.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('Loading…')).toBeInTheDocument();
  await resolve(LINES);
  expect(rowsOf('Source lines')).toHaveLength(2);
});

test('closing a section, or the details, cancels what is being asked', async () => {
  const { ask, signals } = pending<typeof LINES>();
  const { unmount } = show({ lines: ask });
  await open('Source lines');
  await open('Source lines');
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await open('Source lines');
  unmount();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test('the share in each value of a label that is chosen, the largest first', async () => {
  jest
    .spyOn(HTMLCanvasElement.prototype, 'getContext')
    .mockReturnValue({ measureText: () => ({ width: 8 }) } as unknown as RenderingContext);
  const byLabel = jest.fn(async () => [
    { value: 'eu', self: 1, total: 10, whole: 100 },
    { value: 'us', self: 2, total: 5, whole: 10 },
  ]);
  show({ labelNames: async () => ['region', 'pod'], byLabel });
  await open('Share by label');
  const field = await screen.findByRole('combobox', { name: 'Label' });
  await userEvent.click(field);
  // jsdom lays nothing out, so the list has no room for its options: they are chosen unseen.
  await userEvent.keyboard('reg{ArrowDown}{Enter}');
  expect(byLabel).toHaveBeenCalledWith('region', expect.any(AbortSignal));
  expect(await screen.findByRole('table', { name: 'Share by region' })).toBeInTheDocument();
  expect(rowsOf('Share by region')).toEqual(['us2 ms5 ms50%', 'eu1 ms10 ms10%']);
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

test('over time: its peak in words, and each point by keyboard', async () => {
  const series = {
    timestamps: Float64Array.of(0, 60_000, 120_000),
    self: Float64Array.of(1, 2, 0),
    total: Float64Array.of(3, 8, 4),
    unit: 'short',
  };
  show({ series: async () => series }, NAME, profile, { timeZone: 'Asia/Tokyo' });
  await open('Over time');
  const chart = await screen.findByRole('slider', { name: 'Function over time' });
  expect(chart).toHaveAttribute('aria-valuetext', expect.stringContaining('total 8, self 2'));
  chart.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(chart).toHaveAttribute('aria-valuetext', expect.stringContaining('total 4, self 0'));
  expect(screen.getByText('at most 8')).toBeInTheDocument();
  // Midnight in UTC is nine o'clock where the dashboard is.
  expect(screen.getByText('1970-01-01 09:00:00')).toBeInTheDocument();
});

test('Escape and the button close the details', async () => {
  show();
  onClose.mockClear();
  await userEvent.click(screen.getByRole('button', { name: 'Close details' }));
  await userEvent.click(screen.getByRole('button', { name: /^Callers/ }));
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('what a function costs a month stands with its values, on both sides of a comparison with the change', () => {
  const price = (each: number) => (value: number) => ({ amount: value * each, currency: 'EUR' });
  const { unmount } = show({ costs: { left: price(10) } });
  expect(screen.getByRole('row', { name: /^Monthly cost/ })).toHaveTextContent('Monthly cost€400');
  unmount();
  const compared = textProfile(`${NAME} 40 -> 30\ngc 10 -> 10`);
  const { unmount: close } = show({ costs: { left: price(10), right: price(20) } }, NAME, compared);
  expect(screen.getByRole('row', { name: /^Monthly cost/ })).toHaveTextContent('Monthly cost€400€600+€200');
  close();
  show({ costs: { left: () => undefined } });
  expect(screen.queryByRole('row', { name: /^Monthly cost/ })).not.toBeInTheDocument();
});
