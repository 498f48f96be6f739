import '@testing-library/jest-dom';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { epochMs, type TimeSpan } from '../../base/units';
import type { HeatmapCells } from '../layout/heatmapCells';
import { Heatmap } from './Heatmap';
import type { HeatmapProps } from './heatmapProps';

beforeAll(() => {
  // jsdom has neither a canvas nor pointer events.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  window.PointerEvent ??= MouseEvent as typeof PointerEvent;
});

const span = (from: number, to: number): TimeSpan => ({ from: epochMs(from), to: epochMs(to) });
/** Slots of 100 ms and two buckets: at 100 ms one of 0 to 10 and three of 10 to 20, at 300 ms nine of 10 to 20. */
const cells: HeatmapCells = {
  ends: Float64Array.of(100, 100, 300),
  lows: Float64Array.of(0, 10, 10),
  highs: Float64Array.of(10, 20, 20),
  counts: Float64Array.of(1, 3, 9),
  stepMs: 100,
};
const labels = [{ name: 'pod', value: 'cart-1' }];
const slow = { time: 290, value: 19, labels, spanId: 'abc', traceId: 'def' };
const slower = { time: 250, value: 19.5, labels, spanId: 'abd' };

/** x is a fifth of the time; the plot is 71 pixels high and begins at 8, so its upper half is the upper bucket. */
function show(props: Partial<HeatmapProps> = {}) {
  const onSelect = jest.fn();
  const onExemplar = jest.fn();
  const view = render(
    <Heatmap
      cells={cells}
      counted="spans"
      span={span(0, 1000)}
      width={200}
      height={100}
      label="Spans of checkout"
      formats={{ time: { utcOffset: () => 0, label: String }, value: (value) => `${value} s`, valueBase: 10 }}
      formatCount={String}
      formatTime={(time) => `at ${time}`}
      formatSpan={({ from, to }) => `${from} to ${to}`}
      onSelect={onSelect}
      onExemplar={onExemplar}
      {...props}
    />
  );
  return { onSelect, onExemplar, ...view, plot: screen.getByRole('application', { name: 'Spans of checkout' }) };
}

const upper = 20;
const lower = 70;

test('the tooltip tells how many there are, of which time and values, and what share that is', () => {
  const { plot } = show();
  fireEvent.pointerMove(plot, { clientX: 10, clientY: lower });
  expect(screen.getByText('0 to 100').parentElement).toHaveTextContent(
    '0 to 100Count1 spanEach0 s – 10 sShare of the slot25%'
  );
  fireEvent.pointerMove(plot, { clientX: 10, clientY: upper });
  expect(screen.getByText('0 to 100').parentElement).toHaveTextContent('Count3 spansEach10 s – 20 s');
});

test('between cells the tooltip says that there is nothing', () => {
  const { plot } = show();
  fireEvent.pointerMove(plot, { clientX: 30, clientY: upper });
  expect(screen.getByText('at 150').parentElement).toHaveTextContent(/^at 150No spans$/);
  fireEvent.pointerMove(plot, { clientX: 50, clientY: lower });
  expect(screen.getByText('at 250').parentElement).toHaveTextContent(/^at 250No spans$/);
});

test('a click on a cell opens the largest exemplar in it, and on one without any nothing', () => {
  const { plot, onExemplar } = show({ exemplars: [slow, slower] });
  const click = (clientX: number, clientY: number) => {
    fireEvent.pointerMove(plot, { clientX, clientY });
    fireEvent.pointerDown(plot, { clientX, clientY, button: 0 });
    fireEvent.pointerUp(plot, { clientX, clientY });
  };
  click(10, upper);
  expect(onExemplar).not.toHaveBeenCalled();
  click(50, upper);
  expect(onExemplar.mock.calls).toEqual([[slower]]);
  expect(screen.getByText('200 to 300').parentElement).toHaveTextContent(
    'Span19.5 sSpan idabdpodcart-1Click shows its flame graph'
  );
});

test('a drag selects whole slots', () => {
  const { plot, onSelect } = show();
  fireEvent.pointerDown(plot, { clientX: 18, clientY: upper, button: 0 });
  fireEvent.pointerMove(plot, { clientX: 40, clientY: upper });
  fireEvent.pointerUp(plot, { clientX: 57, clientY: upper });
  expect(onSelect.mock.calls).toEqual([[span(100, 300)]]);
});

test('arrows walk through slots and cells, a screen reader hears them, Enter opens', async () => {
  const { plot, onExemplar } = show({ exemplars: [slow] });
  const status = screen.getByRole('status');
  plot.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(status).toHaveTextContent('0 to 100: 4 spans, most of 10 s to 20 s. Arrow down walks through the cells.');
  await userEvent.keyboard('{ArrowDown}');
  expect(status).toHaveTextContent('3 spans of 10 s to 20 s.');
  await userEvent.keyboard('{ArrowDown}');
  expect(status).toHaveTextContent('1 span of 0 s to 10 s.');
  await userEvent.keyboard('{Enter}');
  expect(onExemplar).not.toHaveBeenCalled();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}');
  expect(status).toHaveTextContent('9 spans of 10 s to 20 s. Span 1 of 1: 19 s, pod cart-1.');
  expect(onExemplar.mock.calls).toEqual([[slow]]);
});

test('the legend says which counts its colours stand for, and gives way in a low panel', () => {
  const { rerender } = show({ height: 200 });
  expect(screen.getByRole('img', { name: 'Colors: 1 to 9 spans a cell' })).toBeInTheDocument();
  rerender(<div />);
  show({ height: 100 });
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});

test('what happened meanwhile is told', () => {
  const { plot } = show({ annotations: [{ time: 150, text: 'deploy' }] });
  fireEvent.pointerMove(plot, { clientX: 30, clientY: upper });
  expect(screen.getByText('at 150', { selector: ':first-child' }).parentElement).toHaveTextContent('No spansdeploy');
});
