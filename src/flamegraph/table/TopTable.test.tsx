import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import { useState } from 'react';
import type { CallTree } from '../../profile/callTree';
import { textProfile } from '../../profile/textProfile';
import { SMALLEST_JOB_NODES } from '../../worker/smallestJob';
import type { FlameGraphState } from '../view/flameGraphState';
import type { OpenMenu } from './rowEvents';
import { ROW_HEIGHT } from './rowWindow';
import { TopTable } from './TopTable';

const profile = textProfile(`
  main          80
    parse       30
      readFile  30
    render      50
      paint     20
      readFont  20
  gc            20`);

/** One function a line: f0 has the most. */
const flat = (count: number) => textProfile(Array.from({ length: count }, (_, i) => `  f${i} ${count - i}`).join('\n'));

beforeAll(() => {
  // jsdom has no canvas: every name fits.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  globalThis.fetch = () => new Promise(() => undefined);
});

let state: FlameGraphState;
let setState: (state: FlameGraphState) => void;

interface TableProps {
  readonly tree: CallTree;
  readonly width?: number;
  readonly onMenu?: OpenMenu;
  readonly onOpenTruncated?: () => void;
}

function Table({ tree, width = 800, onMenu, onOpenTruncated }: TableProps) {
  const [own, setOwn] = useState<FlameGraphState>({});
  state = own;
  setState = (next) => act(() => setOwn(next));
  return (
    <TopTable
      {...{ tree, width, onMenu, onOpenTruncated }}
      height={400}
      format={(value) => `${value} ms`}
      state={own}
      onStateChange={setOwn}
    />
  );
}

const grid = () => screen.getByRole('grid', { name: 'Functions' });
const rows = () => within(grid()).getAllByRole('row').slice(1);
const names = () =>
  within(grid())
    .queryAllByRole('rowheader')
    .map((cell) => cell.textContent);
const header = (name: string | RegExp) => within(grid()).getByRole('columnheader', { name });
const sortBy = (name: string) => userEvent.click(within(grid()).getByRole('button', { name }));
const row = (name: string) => within(grid()).getByRole('rowheader', { name }).closest('[role=row]')!;
const current = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');

test('each function has its values with their unit and their parts of the profile, the most self first', () => {
  render(<Table tree={profile} />);
  expect(rows()[0]).toHaveTextContent('readFile30 ms30%30 ms30%');
  expect(row('main')).toHaveTextContent('main0 ms0%80 ms80%');
  expect(header('Self')).toHaveAttribute('aria-sort', 'descending');
  expect(header('Total')).toHaveAttribute('aria-sort', 'none');
});

test('a click on a header sorts, another turns the order round', async () => {
  render(<Table tree={profile} />);
  await sortBy('Total');
  expect(names().slice(0, 2)).toEqual(['main', 'render']);
  expect(header('Total')).toHaveAttribute('aria-sort', 'descending');
  await sortBy('Total');
  expect(names().at(-1)).toBe('main');
  expect(header('Total')).toHaveAttribute('aria-sort', 'ascending');
  await sortBy('Function');
  expect(names()).toEqual(['gc', 'main', 'paint', 'parse', 'readFile', 'readFont', 'render']);
});

test('the order is a part of the state, and comes back with it; one that there is not is the usual one', async () => {
  render(<Table tree={profile} />);
  await sortBy('Function');
  expect(state.sort).toEqual({ column: 'name', descending: false });
  setState({ sort: { column: 'total', descending: false } });
  expect(header('Total')).toHaveAttribute('aria-sort', 'ascending');
  setState({ sort: { column: 'colour', descending: false } });
  expect(header('Self')).toHaveAttribute('aria-sort', 'descending');
  await sortBy('Total');
  await sortBy('Self');
  expect(state).toEqual({});
});

test('names that take long to sort leave the rows as they are until they are sorted', async () => {
  render(<Table tree={profile} />);
  const before = names();
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  fireEvent.click(within(grid()).getByRole('button', { name: 'Function' }));
  expect(grid()).toHaveAttribute('aria-busy', 'true');
  expect(names()).toEqual(before);
  await waitFor(() => expect(grid()).toHaveAttribute('aria-busy', 'false'));
  clock.mockRestore();
  expect(names()).toEqual(['gc', 'main', 'paint', 'parse', 'readFile', 'readFont', 'render']);
});

test('a narrow table has no columns of shares', () => {
  render(<Table tree={profile} width={360} />);
  expect(within(grid()).getAllByRole('columnheader')).toHaveLength(3);
  expect(rows()[0]).toHaveTextContent(/^readFile30 ms30 ms$/);
});

test("the flame graph's search leaves the functions that match, and says how many", () => {
  render(<Table tree={profile} />);
  expect(header(/Function/)).toHaveTextContent('Function7');
  setState({ search: 'read' });
  expect(names()).toEqual(['readFile', 'readFont']);
  expect(header(/Function/)).toHaveTextContent('Function2 of 7');
  setState({ search: '^p', searchIsRegex: true });
  expect(names()).toEqual(['paint', 'parse']);
  setState({ search: 'zzz' });
  expect(screen.getByRole('status')).toHaveTextContent('No function matches');
  setState({ search: '(', searchIsRegex: true });
  expect(screen.getByRole('status')).toHaveTextContent('no regular expression');
});

test('a click on a function chooses it for all views and hides no row; another lets it go', async () => {
  render(<Table tree={profile} />);
  setState({ focus: ['main'] });
  await userEvent.click(screen.getByText('paint'));
  expect(state).toEqual({ focus: ['main'], chosen: 'paint' });
  expect(row('paint')).toHaveAttribute('aria-selected', 'true');
  expect(names()).toHaveLength(7);
  await userEvent.click(screen.getByText('gc'));
  expect(state.chosen).toBe('gc');
  expect(row('paint')).toHaveAttribute('aria-selected', 'false');
  await userEvent.click(screen.getByText('gc'));
  expect(state).toEqual({ focus: ['main'] });
});

test('a right click or the menu key asks for the menu of a function', async () => {
  const onMenu = jest.fn();
  render(<Table tree={profile} onMenu={onMenu} />);
  fireEvent.contextMenu(screen.getByText('paint'), { clientX: 7, clientY: 9 });
  expect(onMenu).toHaveBeenLastCalledWith('paint', expect.objectContaining({ x: 7, y: 9 }));
  grid().focus();
  await userEvent.keyboard('{Home}');
  fireEvent.contextMenu(grid());
  expect(onMenu).toHaveBeenLastCalledWith('readFile', expect.anything());
});

test('what the backend cut is told, and cannot be chosen', async () => {
  render(
    <Table
      tree={textProfile(`
        main    10
          other  4 cut`)}
    />
  );
  const cut = screen.getByTitle(/merged to keep its answer small/);
  expect(cut).toHaveTextContent('other: what the backend cut');
  await userEvent.click(cut);
  expect(state).toEqual({});
});

test('what the backend cut is asked for by a click or Enter, where somebody can be asked', async () => {
  const onOpenTruncated = jest.fn();
  render(<Table tree={textProfile('main 10\n  other 4 cut')} onOpenTruncated={onOpenTruncated} />);
  await userEvent.click(screen.getByTitle(/A click asks for more/));
  grid().focus();
  await userEvent.keyboard('{Enter}');
  expect(onOpenTruncated).toHaveBeenCalledTimes(2);
});

test('n and N walk along what a search found, and round', async () => {
  render(<Table tree={profile} />);
  setState({ search: 'read' });
  grid().focus();
  await userEvent.keyboard('n');
  expect(current()).toHaveTextContent(/^readFont/);
  await userEvent.keyboard('n');
  expect(current()).toHaveTextContent(/^readFile/);
  await userEvent.keyboard('N');
  expect(current()).toHaveTextContent(/^readFont/);
});

describe('a comparison', () => {
  const compared = textProfile(`
    main   80 -> 100
      read 20 -> 60
      lock 10 -> 0
      send  0 -> 30
    gc     20 -> 100`);

  test('begins with what takes a larger share than before, and the least after another click', async () => {
    render(<Table tree={compared} />);
    expect(names()).toEqual(['gc', 'send', 'read', 'lock', 'main']);
    expect(row('send')).toHaveTextContent('send0%15%+15 ppnew');
    expect(row('lock')).toHaveTextContent('lock10%0%−10 ppgone');
    await sortBy('Change');
    expect(names()[0]).toBe('main');
  });

  test('is of what functions spent themselves, or of all that they called, too', async () => {
    render(<Table tree={compared} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Total' }));
    expect(row('main')).toHaveTextContent('main80%50%−30 pp−37.5%');
    expect(header('Change')).toHaveAttribute('aria-sort', 'descending');
  });

  test('colours functions as the flame graph does: by how they changed, by share or by value', () => {
    render(<Table tree={compared} />);
    const swatch = (name: string) =>
      row(name).querySelector<HTMLElement>('[style*="background"]')!.style.backgroundColor;
    const byShare = ['send', 'read', 'main', 'lock'].map(swatch);
    expect(new Set(byShare).size).toBe(4);
    // Half of the profile instead of 80%, but 100 instead of 80.
    setState({ diffBy: 'value' });
    expect(swatch('main')).not.toBe(byShare[2]);
    expect([swatch('send'), swatch('lock')]).toEqual([byShare[0], byShare[3]]);
    setState({ colours: 'package' });
    expect(swatch('send')).not.toBe(byShare[0]);
  });

  test('by value where that is chosen', () => {
    render(<Table tree={compared} />);
    setState({ diffBy: 'value' });
    expect(row('gc')).toHaveTextContent('gc20 ms100 ms+80 ms+400%');
  });
});

test('by keyboard: up and down the rows, Enter chooses, Escape lets go', async () => {
  render(<Table tree={profile} />);
  await sortBy('Function');
  grid().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  expect(current()).toHaveTextContent(/^main/);
  await userEvent.keyboard('{Enter}');
  expect(state.chosen).toBe('main');
  await userEvent.keyboard('{Escape}');
  expect(state.chosen).toBeUndefined();
  await userEvent.keyboard('{End}{ArrowDown}');
  expect(current()).toHaveTextContent(/^render/);
  await userEvent.keyboard('{Home}{ArrowUp}');
  expect(current()).toHaveTextContent(/^gc/);
});

describe('of 3,000 functions', () => {
  const large = flat(3000);

  test('only those in sight are drawn, each with its place among all', () => {
    render(<Table tree={large} />);
    expect(grid()).toHaveAttribute('aria-rowcount', '3001');
    expect(rows().length).toBeLessThan(30);
    expect(rows()[0]).toHaveAttribute('aria-rowindex', '2');
    grid().scrollTop = 1000 * ROW_HEIGHT;
    fireEvent.scroll(grid());
    expect(rows().length).toBeLessThan(30);
    expect(row('f1000')).toHaveAttribute('aria-rowindex', '1002');
    expect(screen.queryByText('f0')).not.toBeInTheDocument();
  });

  test('the keyboard goes to the last one, and it is in sight', async () => {
    render(<Table tree={large} />);
    grid().focus();
    await userEvent.keyboard('{End}');
    expect(current()).toHaveTextContent(/^f2999/);
    await userEvent.keyboard('{PageUp}');
    expect(current()).toHaveTextContent(/^f298\d/);
  });

  test('a function that is chosen, here or in another view, stays in sight in any order', async () => {
    render(<Table tree={large} />);
    setState({ chosen: 'f2000' });
    expect(row('f2000')).toHaveAttribute('aria-selected', 'true');
    await sortBy('Function');
    expect(row('f2000')).toBeInTheDocument();
    await sortBy('Total');
    expect(row('f2000')).toHaveAttribute('aria-rowindex', '2002');
    expect(current()).toHaveTextContent(/^f2000/);
  });

  test('another order or search begins at the top, new numbers do not', async () => {
    const { rerender } = render(<Table tree={large} />);
    grid().scrollTop = 1000 * ROW_HEIGHT;
    fireEvent.scroll(grid());
    rerender(<Table tree={flat(2900)} />);
    expect(row('f1000')).toBeInTheDocument();
    expect(grid().scrollTop).toBe(1000 * ROW_HEIGHT);
    await sortBy('Total');
    expect(grid().scrollTop).toBe(0);
    expect(row('f0')).toBeInTheDocument();
  });
});

test('names are shortened by dropping what says least, with the whole name at hand', () => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    measureText: (text: string) => ({ width: text.length * 8 }),
  } as unknown as RenderingContext);
  const name = 'github.com/acme/checkout/internal/orders.(*Server).handle';
  render(<Table tree={textProfile(`  ${name} 10`)} width={460} />);
  const cell = within(grid()).getByTitle(name);
  expect(cell.textContent).toBe('orders.(*Server).handle');
});

test('a screen reader hears all of a name of which a part fits, and how many columns there are', () => {
  const context = { font: '', measureText: (text: string) => ({ width: 8 * text.length }) };
  const canvas = jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  const full = 'github.com/acme/warehouse/inventory.(*Shelf).Recount';
  render(<Table tree={textProfile(`${full} 5`)} width={430} />);
  canvas.mockReturnValue(null);
  const cell = within(grid()).getByRole('rowheader', { name: full });
  expect(cell.textContent).not.toBe(full);
  expect(grid()).toHaveAttribute('aria-colcount', String(within(grid()).getAllByRole('columnheader').length));
});

test('a double click chooses, and does not let go again', async () => {
  render(<Table tree={profile} />);
  await userEvent.dblClick(within(grid()).getByText('render'));
  expect(state).toEqual({ chosen: 'render' });
});

test('keys do nothing in a table without rows', () => {
  const onMenu = jest.fn();
  render(<Table tree={textProfile('')} onMenu={onMenu} />);
  for (const key of ['ArrowDown', 'End', 'Enter', ' ', 'PageUp']) {
    fireEvent.keyDown(grid(), { key });
  }
  fireEvent.contextMenu(grid());
  expect(within(grid()).getByRole('status')).toHaveTextContent('This profile has no functions');
  expect([state, onMenu.mock.calls]).toEqual([{}, []]);
});

test('a large profile is added up in a task of its own, and until then the one before stays', async () => {
  const { rerender } = render(<Table tree={profile} />);
  rerender(<Table tree={flat(SMALLEST_JOB_NODES)} />);
  expect(names()).toContain('main');
  expect(grid()).toHaveAttribute('aria-busy', 'true');
  await waitFor(() => expect(names()[0]).toBe('f0'));
  expect(grid()).toHaveAttribute('aria-busy', 'false');
});
