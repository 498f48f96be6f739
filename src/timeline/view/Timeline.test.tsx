import '@testing-library/jest-dom';
import { fireEvent, render, screen, within } from '@testing-library/react';
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

test('a click on a name in the legend hides its line from plot and tooltip, with Ctrl it shows it alone', async () => {
  show({ series: [cpu, series('gc', [5, 6, 7])], width: 900, height: 200 });
  const legend = screen.getByRole('list', { name: 'Series' });
  const name = (text: string) => within(legend).getByRole('button', { name: text });
  await userEvent.click(name('cpu'));
  expect(name('cpu')).toHaveAttribute('aria-pressed', 'false');
  fireEvent.pointerMove(screen.getByRole('application'), { clientX: 300 });
  expect(screen.getByText(/^at /).parentElement).not.toHaveTextContent('cpu');

  fireEvent.click(name('cpu'), { ctrlKey: true });
  expect(name('cpu')).toHaveAttribute('aria-pressed', 'true');
  expect(name('gc')).toHaveAttribute('aria-pressed', 'false');
  fireEvent.click(name('cpu'), { ctrlKey: true });
  expect(name('gc')).toHaveAttribute('aria-pressed', 'true');
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
