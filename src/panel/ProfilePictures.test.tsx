import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import { useState } from 'react';
import type { FlameGraphProps, FlameGraphState } from '../flamegraph/view/FlameGraph';
import { textProfile } from '../profile/textProfile';
import type { ViewOption as PicturesOption } from '../flamegraph/viewer/viewChoice';
import { ProfilePictures } from './ProfilePictures';
import { usePictures } from './usePictures';

/** The flame graph has tests of its own: here it says what it looks for and how wide it is. */
jest.mock('../flamegraph/view/FlameGraph', () => ({
  FlameGraph: ({ state, width, height }: FlameGraphProps) => (
    <div data-testid="flame graph" data-width={width} data-height={height}>
      looks for {state?.search ?? 'nothing'}
    </div>
  ),
}));

beforeAll(() => {
  // jsdom has no canvas, and icons are fetched: none ever comes.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  globalThis.fetch = () => new Promise(() => undefined);
});

const tree = textProfile(`
  main      90
    parse   40
  gc        10`);

interface PictureProps {
  readonly option?: PicturesOption;
  readonly width?: number;
  readonly height?: number;
}

function Pictures({ option = 'auto', width = 1000, height = 600 }: PictureProps) {
  const pictures = usePictures(option, width, height);
  const [state, onStateChange] = useState<FlameGraphState>();
  return (
    <ProfilePictures
      {...{ tree, pictures, width, height, state, onStateChange }}
      format={String}
      notice="One snapshot."
    />
  );
}

const graph = () => screen.queryByTestId('flame graph');
const table = () => screen.queryByRole('grid', { name: 'Functions' });
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));

test('a wide panel has the table to the left of the flame graph, which share the width', () => {
  render(<Pictures />);
  expect(table()).toHaveStyle({ width: '400px' });
  expect(Number(graph()?.dataset.width)).toBeLessThan(600);
  expect(table()!.compareDocumentPosition(graph()!) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('flame graph, table, or both: as its user chooses', async () => {
  render(<Pictures />);
  await choose('Flame graph');
  expect(table()).not.toBeInTheDocument();
  expect(graph()?.dataset.width).toBe('1000');
  await choose('Table');
  expect(graph()).not.toBeInTheDocument();
  expect(table()).toHaveStyle({ width: '1000px' });
  await choose('Both');
  expect(graph()).toBeInTheDocument();
  expect(table()).toBeInTheDocument();
});

test('a choice holds until the option is changed', async () => {
  const { rerender } = render(<Pictures />);
  await choose('Flame graph');
  rerender(<Pictures width={1400} />);
  expect(table()).not.toBeInTheDocument();
  rerender(<Pictures option="table" />);
  expect(table()).toBeInTheDocument();
  expect(graph()).not.toBeInTheDocument();
});

test('a narrow panel offers the one or the other, a tiny one is all flame graph', () => {
  const { rerender } = render(<Pictures width={400} />);
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  rerender(<Pictures height={120} />);
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  expect(graph()?.dataset.height).toBe('120');
});

test('a function that is chosen in the table is looked for in the flame graph', async () => {
  render(<Pictures />);
  await userEvent.click(within(table()!).getByText('parse'));
  expect(graph()).toHaveTextContent('looks for parse');
  await userEvent.click(within(table()!).getByText('parse'));
  expect(graph()).toHaveTextContent('looks for nothing');
});

test('the table alone says of the profile what the flame graph would', () => {
  render(<Pictures option="table" />);
  expect(screen.getByRole('button', { name: 'One snapshot.' })).toBeInTheDocument();
});

test('the table alone has a search of its own, which the flame graph then knows; its order outlives the change', async () => {
  render(<Pictures option="table" />);
  await userEvent.click(screen.getByRole('button', { name: 'Function' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Search functions' }), 'a');
  const names = () =>
    within(table()!)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
  expect(names()).toEqual(['main', 'parse']);
  await choose('Flame graph');
  expect(graph()).toHaveTextContent('looks for a');
  await choose('Table');
  expect(names()).toEqual(['main', 'parse']);
  await userEvent.keyboard('{Tab}');
  await userEvent.click(screen.getByRole('button', { name: 'Clear search' }));
  expect(names()).toEqual(['gc', 'main', 'parse']);
});
