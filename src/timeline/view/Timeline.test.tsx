import '@testing-library/jest-dom';
import { act, createEvent, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { epochMs, type TimeSpan } from '../../base/units';
import type { TimelineSeries } from '../layout/timelineSeries';
import { Timeline } from './Timeline';
import type { TimelineProps } from './timelineProps';

beforeAll(() => {
  // jsdom has neither a canvas nor pointer events.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  window.PointerEvent ??= MouseEvent as typeof PointerEvent;
});

const span = (from: number, to: number): TimeSpan => ({ from: epochMs(from), to: epochMs(to) });
const series = (name: string, values: number[], rest: Partial<TimelineSeries> = {}): TimelineSeries => ({
  name,
  colour: 'green',
  timestamps: Float64Array.from(values, (_, i) => i * 100),
  values: Float64Array.from(values),
  stepMs: 100,
  partialFirst: false,
  partialLast: false,
  ...rest,
});
const cpu = series('cpu', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
const formats: TimelineProps['formats'] = {
  time: { utcOffset: () => 0, label: String },
  value: (value) => `${value} cores`,
  valueBase: 10,
};

/** Without value labels the plot is as wide as the timeline: x is a fifth of the time. */
function show(props: Partial<TimelineProps> = {}) {
  const onSelect = jest.fn<void, [TimeSpan | undefined]>();
  function Owner() {
    const [selection, setSelection] = useState(props.selection);
    return (
      <Timeline
        series={[cpu]}
        span={span(0, 1000)}
        width={200}
        height={100}
        label="CPU of checkout"
        formats={formats}
        formatTime={(time) => `at ${time}`}
        formatSpan={({ from, to }) => `${from} to ${to}`}
        {...props}
        selection={selection}
        onSelect={(next) => {
          onSelect(next);
          setSelection(next);
        }}
      />
    );
  }
  const view = render(<Owner />);
  return { onSelect, ...view, plot: screen.getByRole('application', { name: 'CPU of checkout' }) };
}

function drag(element: HTMLElement, from: number, to: number) {
  fireEvent.pointerDown(element, { clientX: from, button: 0 });
  fireEvent.pointerMove(element, { clientX: (from + to) / 2 });
  fireEvent.pointerMove(element, { clientX: to });
  fireEvent.pointerUp(element, { clientX: to });
}

test('a drag selects the whole steps that it covers, in either direction', () => {
  const { plot, onSelect } = show();
  drag(plot, 37, 84);
  expect(onSelect).toHaveBeenLastCalledWith(span(200, 400));
  drag(plot, 160, 122);
  expect(onSelect).toHaveBeenLastCalledWith(span(600, 800));
});

test('while dragging, the range that would be selected is written above it', () => {
  const { plot, onSelect } = show();
  fireEvent.pointerDown(plot, { clientX: 37, button: 0 });
  fireEvent.pointerMove(plot, { clientX: 84 });
  expect(screen.getByText('200 to 400')).toBeInTheDocument();
  expect(onSelect).not.toHaveBeenCalled();
});

test('an edge of the selection can be dragged', () => {
  const { plot, onSelect } = show({ selection: span(200, 400) });
  drag(plot, 81, 141);
  expect(onSelect).toHaveBeenLastCalledWith(span(200, 700));
  drag(plot, 40, 99);
  expect(onSelect).toHaveBeenLastCalledWith(span(500, 700));
});

test('a click gives the selection up, and without a selection does nothing', () => {
  const { plot, onSelect } = show({ selection: span(200, 400) });
  drag(plot, 150, 151);
  expect(onSelect.mock.calls).toEqual([[undefined]]);
  drag(plot, 150, 151);
  expect(onSelect).toHaveBeenCalledTimes(1);
});

test('Escape ends a drag without selecting, and gives a selection up', () => {
  const { plot, onSelect } = show({ selection: span(200, 400) });
  fireEvent.pointerDown(plot, { clientX: 100, button: 0 });
  fireEvent.pointerMove(plot, { clientX: 150 });
  fireEvent.keyDown(plot, { key: 'Escape' });
  fireEvent.pointerUp(plot, { clientX: 150 });
  expect(onSelect).not.toHaveBeenCalled();
  fireEvent.keyDown(plot, { key: 'Escape' });
  expect(onSelect.mock.calls).toEqual([[undefined]]);
});

test('Escape is left to the page when there is nothing to give up', () => {
  const onPage = jest.fn();
  document.addEventListener('keydown', onPage);
  const { plot } = show({ selection: span(200, 400) });
  fireEvent.keyDown(plot, { key: 'Escape' });
  expect(onPage).not.toHaveBeenCalled();
  fireEvent.keyDown(plot, { key: 'Escape' });
  expect(onPage).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', onPage);
});

test('only the main button selects', () => {
  const { plot, onSelect } = show();
  fireEvent.pointerDown(plot, { clientX: 37, button: 2 });
  fireEvent.pointerMove(plot, { clientX: 84 });
  fireEvent.pointerUp(plot, { clientX: 84 });
  expect(onSelect).not.toHaveBeenCalled();
});

test('the tooltip holds all series at the moment, largest first, with what is partial', () => {
  const { plot } = show({ series: [cpu, series('gc', [5, 6, 70], { partialLast: true }), series('idle', [1])] });
  fireEvent.pointerMove(plot, { clientX: 43 });
  const tooltip = screen.getByText('at 200').parentElement!;
  expect(tooltip).toHaveTextContent('at 200gcpartial step70 corescpu3 cores');
  fireEvent.pointerLeave(plot);
  expect(screen.queryByText('at 200')).not.toBeInTheDocument();
});

test('arrows walk from point to point, and a screen reader hears where', async () => {
  const { plot } = show({ series: [series('cpu', [1, 2, 3], { partialLast: true })] });
  plot.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('status')).toHaveTextContent('at 0: cpu 1 cores.');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('status')).toHaveTextContent('at 200: cpu 3 cores, partial step.');
  await userEvent.keyboard('{Home}');
  expect(screen.getByRole('status')).toHaveTextContent('at 0: cpu 1 cores.');
});

test('Shift and arrows select the steps that they pass, once Shift is let go', async () => {
  const { plot, onSelect } = show();
  const user = userEvent.setup();
  plot.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}');
  expect(onSelect).not.toHaveBeenCalled();
  await user.keyboard('{/Shift}');
  expect(onSelect.mock.calls).toEqual([[span(100, 400)]]);
  expect(screen.getByRole('status')).toHaveTextContent('Selected 100 to 400.');
});

test('a click on a name in the legend shows its line alone or all again, with Ctrl it hides it', async () => {
  show({ series: [cpu, series('gc', [5, 6, 7])], width: 900, height: 200 });
  const legend = screen.getByRole('list', { name: 'Series' });
  const isShown = (text: string) => within(legend).getByRole('button', { name: text }).getAttribute('aria-pressed');
  const click = (text: string, ctrlKey = false) =>
    fireEvent.click(within(legend).getByRole('button', { name: text }), { ctrlKey });
  click('gc');
  expect([isShown('cpu'), isShown('gc')]).toEqual(['false', 'true']);
  fireEvent.pointerMove(screen.getByRole('application'), { clientX: 160 });
  expect(screen.getByText(/^at /).parentElement).not.toHaveTextContent('cpu');

  click('gc');
  expect([isShown('cpu'), isShown('gc')]).toEqual(['true', 'true']);
  click('gc', true);
  expect([isShown('cpu'), isShown('gc')]).toEqual(['true', 'false']);
});

test('what a limit left out is the last in legend and tooltip, however large it is', () => {
  const rest = series('other', [90, 90, 90], { isRest: true });
  show({ series: [rest, cpu], width: 900, height: 200 });
  const names = within(screen.getByRole('list', { name: 'Series' })).getAllByRole('button');
  expect(names.map(({ textContent }) => textContent)).toEqual(['cpu', 'other']);
  fireEvent.pointerMove(screen.getByRole('application'), { clientX: 160 });
  expect(screen.getByText(/^at /).parentElement).toHaveTextContent(/cpu.*other/);
});

test('where there is no data the tooltip says so, and does not tell of points far away', () => {
  const { plot } = show({ series: [series('cpu', [1, 2])] });
  fireEvent.pointerMove(plot, { clientX: 150 });
  expect(screen.getByText('at 750').parentElement).toHaveTextContent(/^at 750No data$/);
});

test('a tap reads the values, which stay until something else is tapped; a finger that selects leaves none', () => {
  const { plot, onSelect } = show();
  const finger = (type: 'pointerDown' | 'pointerMove' | 'pointerUp' | 'pointerLeave', clientX: number) => {
    const event = createEvent[type](plot, { clientX, clientY: 50, button: 0 });
    Object.defineProperty(event, 'pointerType', { value: 'touch' });
    fireEvent(plot, event);
  };
  finger('pointerDown', 61);
  finger('pointerUp', 61);
  finger('pointerLeave', 61);
  expect(screen.getByText('at 300')).toBeInTheDocument();
  act(() => plot.focus());
  act(() => plot.blur());
  expect(screen.queryByText(/^at /)).not.toBeInTheDocument();

  finger('pointerDown', 37);
  finger('pointerMove', 60);
  finger('pointerMove', 84);
  finger('pointerUp', 84);
  finger('pointerLeave', 84);
  expect(onSelect).toHaveBeenLastCalledWith(span(200, 400));
  expect(screen.queryByText(/^at /)).not.toBeInTheDocument();
});

test('axes have no tooltip', () => {
  const onHover = jest.fn();
  const { plot } = show({ onHover });
  fireEvent.pointerMove(plot, { clientX: 40, clientY: 60 });
  expect(screen.getByText('at 200')).toBeInTheDocument();
  fireEvent.pointerMove(plot, { clientX: 40, clientY: 95 });
  expect(screen.queryByText('at 200')).not.toBeInTheDocument();
  expect(onHover.mock.calls).toEqual([[200], [undefined]]);
});

test('why a step is partial is said in words', () => {
  const { plot } = show({ series: [series('cpu', [1, 2, 3], { partialFirst: true, partialLast: true })] });
  fireEvent.pointerMove(plot, { clientX: 0 });
  expect(screen.getByText(/the time range begins within it/)).toBeInTheDocument();
  fireEvent.pointerMove(plot, { clientX: 40 });
  expect(screen.getByText(/the time range ends within it/)).toBeInTheDocument();
  fireEvent.pointerMove(plot, { clientX: 20 });
  expect(screen.queryByText(/Partial step/)).not.toBeInTheDocument();
});

describe('annotations', () => {
  const annotations = [
    { time: 430, text: 'v1.42 of <b>checkout</b>', title: 'Deployment' },
    { time: 600, timeEnd: 800, text: 'Throttled' },
  ];

  test('are told with the values of the moment, as text', () => {
    const { plot } = show({ annotations });
    fireEvent.pointerMove(plot, { clientX: 87 });
    expect(screen.getByText('at 400').parentElement).toHaveTextContent('Deploymentv1.42 of <b>checkout</b>at 430');
    fireEvent.pointerMove(plot, { clientX: 140 });
    expect(screen.getByText('at 700').parentElement).toHaveTextContent('Throttled600 to 800');
    fireEvent.pointerMove(plot, { clientX: 20 });
    expect(screen.getByText('at 100').parentElement).toHaveTextContent(/^at 100cpu2 cores$/);
  });

  test('are stops of the keyboard, also where there are no points', async () => {
    const { plot } = show({ annotations, series: [series('cpu', [1])] });
    plot.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('status')).toHaveTextContent(
      'at 430: no data. Annotation: Deployment: v1.42 of <b>checkout</b>.'
    );
  });
});

describe('exemplars', () => {
  const labels = [{ name: 'pod', value: 'cart-1' }];
  const small = { time: 180, value: 1, labels, profileId: 'p-small' };
  const large = { time: 190, value: 6.05, valueText: '8.2 s', labels, profileId: 'p-large' };
  const exemplars = [small, large];
  /** The value axis reaches from 0 to 12.1 over the 71 pixels below 8: 6.05 is in the middle. */
  const atLarge = { clientX: 38, clientY: 43 };

  test('tell what they are, and open at a click without a selection being given up', () => {
    const onExemplar = jest.fn();
    const { plot, onSelect } = show({ exemplars, onExemplar, selection: span(0, 1000) });
    fireEvent.pointerMove(plot, atLarge);
    const tooltip = screen.getByText('at 190').parentElement;
    expect(tooltip).toHaveTextContent('Profile8.2 sProfile idp-largepodcart-1Click shows its flame graph');
    fireEvent.pointerDown(plot, { ...atLarge, button: 0 });
    fireEvent.pointerUp(plot, atLarge);
    expect(onExemplar.mock.calls).toEqual([[large]]);
    expect(onSelect).not.toHaveBeenCalled();
  });

  test('a drag that begins on one selects as everywhere', () => {
    const onExemplar = jest.fn();
    const { plot, onSelect } = show({ exemplars, onExemplar });
    fireEvent.pointerDown(plot, { ...atLarge, button: 0 });
    fireEvent.pointerMove(plot, { clientX: 80, clientY: 43 });
    fireEvent.pointerUp(plot, { clientX: 80, clientY: 43 });
    expect(onSelect).toHaveBeenCalledTimes(1);
    expect(onExemplar).not.toHaveBeenCalled();
  });

  test('are walked through by keyboard, the largest of the step first, and opened', async () => {
    const onExemplar = jest.fn();
    const { plot } = show({ exemplars, onExemplar });
    const status = screen.getByRole('status');
    plot.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(status).toHaveTextContent('at 200: cpu 3 cores. 2 profiles can be chosen with arrow down.');
    await userEvent.keyboard('{ArrowDown}');
    expect(status).toHaveTextContent('at 190: Profile 1 of 2: 8.2 s, pod cart-1.');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(status).toHaveTextContent('at 180: Profile 2 of 2: 1 cores, pod cart-1.');
    expect(onExemplar.mock.calls).toEqual([[small]]);
  });

  test('are to be read only where nobody opens them', () => {
    const { plot } = show({ exemplars });
    fireEvent.pointerMove(plot, atLarge);
    expect(screen.getByText('at 190').parentElement).not.toHaveTextContent('Click');
  });
});

test('the legend has the figures of complete steps', () => {
  show({ series: [series('cpu', [1, 2, 3, 0.5], { partialLast: true })], width: 900, height: 200 });
  expect(screen.getByRole('list', { name: 'Series' })).toHaveTextContent('Last: 3 coresMean: 2 coresMax: 3 cores');
});

test('without anyone to tell, nothing can be selected', () => {
  render(
    <Timeline
      series={[cpu]}
      span={span(0, 1000)}
      width={200}
      height={100}
      label="CPU"
      formats={formats}
      formatTime={String}
      formatSpan={String}
    />
  );
  drag(screen.getByRole('application'), 37, 84);
  expect(screen.queryByTestId('timeline selection')).not.toBeInTheDocument();
});
