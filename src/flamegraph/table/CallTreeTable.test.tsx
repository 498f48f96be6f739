import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import { useState } from 'react';
import type { CallTree } from '../../profile/callTree';
import { textProfile } from '../../profile/textProfile';
import type { FlameGraphState } from '../view/flameGraphState';
import { CallTreeTable } from './CallTreeTable';

const profile = textProfile(`
  main          80
    parse       30
      readFile  30
    render      50
      paint     40
        fill    10
        blit    10
      font      10
  gc            20
    sweep       20`);

beforeAll(() => {
  // jsdom has no canvas: every name fits.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  globalThis.fetch = () => new Promise(() => undefined);
});

let state: FlameGraphState;
let setState: (state: FlameGraphState) => void;

interface TableProps {
  readonly tree: CallTree;
  readonly initial?: FlameGraphState;
  readonly onMenu?: (node: number, at: object) => void;
  readonly onOpenTruncated?: (node: number) => void;
}

function Table({ tree, initial = {}, onMenu, onOpenTruncated }: TableProps) {
  const [own, setOwn] = useState(initial);
  state = own;
  setState = (next) => act(() => setOwn(next));
  return (
    <CallTreeTable
      {...{ tree, onMenu, onOpenTruncated }}
      width={900}
      height={600}
      format={(value) => `${value} ms`}
      state={own}
      onStateChange={setOwn}
    />
  );
}

const grid = () => screen.getByRole('treegrid', { name: 'Call tree' });
/** The rows as a picture of the tree: "- main", open; "+ gc", closed; ". fill", with nothing to open. */
const picture = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const sign = { true: '-', false: '+' }[row.getAttribute('aria-expanded') ?? ''] ?? '.';
      const level = Number(row.getAttribute('aria-level'));
      return `${'  '.repeat(level - 1)}${sign} ${within(row).getByRole('rowheader').textContent}`;
    });
const row = (name: string) => within(grid()).getByRole('rowheader', { name }).closest('[role=row]')!;
const current = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
const press = async (keys: string) => {
  grid().focus();
  await userEvent.keyboard(keys);
};

const HOTTEST = [
  '- total',
  '  - main',
  '    - render',
  '      - paint',
  '        . fill',
  '        . blit',
  '      . font',
  '    + parse',
  '  + gc',
];

test('opens with the hottest path down to where the value spreads, the heaviest callees first', () => {
  render(<Table tree={profile} />);
  expect(picture()).toEqual(HOTTEST);
  expect(row('render')).toHaveTextContent('render50 ms50%0 ms0%');
});

test('tells a screen reader the level, place and number of siblings of each row', () => {
  render(<Table tree={profile} />);
  expect(row('parse')).toHaveAttribute('aria-level', '3');
  expect(row('parse')).toHaveAttribute('aria-posinset', '2');
  expect(row('parse')).toHaveAttribute('aria-setsize', '2');
  expect(row('parse')).toHaveAttribute('aria-rowindex', '9');
  expect(grid()).toHaveAttribute('aria-rowcount', '10');
  expect(row('font')).not.toHaveAttribute('aria-expanded');
});

test('arrows open and close rows, and lead to the first callee and to the caller', async () => {
  render(<Table tree={profile} />);
  await press('{Home}{ArrowDown}{ArrowLeft}');
  expect(picture()).toEqual(['- total', '  + main', '  + gc']);
  await press('{ArrowDown}{ArrowRight}{ArrowRight}');
  expect(current()).toHaveTextContent(/^sweep/);
  await press('{ArrowLeft}');
  expect(current()).toHaveTextContent(/^gc/);
  await press('{ArrowUp}{ArrowRight}');
  // What was open in it is open again.
  expect(picture()).toEqual([...HOTTEST.slice(0, -1), '  - gc', '    . sweep']);
});

test('* opens all siblings, H the hottest path below', async () => {
  render(<Table tree={profile} />);
  await press('{Home}{ArrowDown}{ArrowLeft}*');
  expect(picture()).toEqual([...HOTTEST.slice(0, -1), '  - gc', '    . sweep']);
  await press('{Home}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowLeft}{ArrowUp}{ArrowLeft}');
  expect(picture()).toContain('    + render');
  await press('H');
  expect(picture().slice(0, 4)).toEqual(HOTTEST.slice(0, 4));
  expect(current()).toHaveTextContent(/^paint/);
});

test('a click on its sign opens a row, a double click does, too; a click on a row chooses the function', async () => {
  render(<Table tree={profile} />);
  await userEvent.click(row('parse').querySelector('[data-toggle]')!);
  expect(picture()).toContain('      . readFile');
  expect(state).toEqual({});
  await userEvent.click(screen.getByText('readFile'));
  expect(state).toEqual({ chosen: 'readFile' });
  expect(row('readFile')).toHaveAttribute('aria-selected', 'true');
  await userEvent.dblClick(screen.getByText('gc'));
  expect(state).toEqual({ chosen: 'gc' });
  expect(picture()).toContain('    . sweep');
});

test('Enter chooses, Escape lets go', async () => {
  render(<Table tree={profile} />);
  await press('{Home}{ArrowDown}{Enter}');
  expect(state).toEqual({ chosen: 'main' });
  await press('{Escape}');
  expect(state).toEqual({});
  await press('{Home}{Enter}');
  expect(state).toEqual({});
});

test('what is focused, or chosen in another view, is opened', () => {
  render(<Table tree={profile} initial={{ focus: ['gc', 'sweep'] }} />);
  expect(current()).toHaveTextContent(/^sweep/);
  setState({ chosen: 'blit' });
  expect(current()).toHaveTextContent(/^blit/);
  expect(row('blit')).toHaveAttribute('aria-selected', 'true');
  setState({ focus: ['main', 'parse'] });
  expect(current()).toHaveTextContent(/^parse/);
});

test('a search leaves the ways to its hits, opens them, and what they call can be opened', async () => {
  render(<Table tree={profile} />);
  setState({ search: 'ee' });
  expect(picture()).toEqual(['- total', '  - gc', '    . sweep']);
  setState({ search: 'pain' });
  expect(picture()).toEqual(['- total', '  - main', '    - render', '      + paint']);
  expect(within(grid()).getByRole('columnheader', { name: /Function/ })).toHaveTextContent('1 of 10');
  await userEvent.click(row('paint').querySelector('[data-toggle]')!);
  expect(picture().slice(4)).toEqual(['        . fill', '        . blit']);
  setState({ search: 'zzz' });
  expect(screen.getByRole('status')).toHaveTextContent('No function matches');
  setState({});
  expect(picture()).toEqual(HOTTEST);
});

test('n and N walk from hit to hit', async () => {
  render(<Table tree={profile} initial={{ search: 'r' }} />);
  await press('{Home}n');
  expect(current()).toHaveTextContent(/^render/);
  await press('n');
  expect(current()).toHaveTextContent(/^parse/);
  await press('n');
  expect(current()).toHaveTextContent(/^readFile/);
  await press('n');
  expect(current()).toHaveTextContent(/^render/);
  await press('NN');
  expect(current()).toHaveTextContent(/^parse/);
});

test('a place that is zoomed into elsewhere is shown, and not a heavier one of the same function', () => {
  const twice = textProfile('main 80\n  parse 10\n    read 10\n  load 70\n    read 70');
  const focus = ['main', 'parse', 'read'];
  render(<Table tree={twice} initial={{ focus, chosen: 'read' }} />);
  expect(current()).toHaveTextContent(/^read10 ms/);
  expect(picture()).toContain('    - parse');
});

test('sorting puts siblings in order and leaves what is open', async () => {
  render(<Table tree={profile} />);
  await userEvent.click(within(grid()).getByRole('button', { name: 'Total' }));
  expect(picture()).toEqual([
    '- total',
    '  + gc',
    '  - main',
    '    + parse',
    '    - render',
    '      . font',
    '      - paint',
    '        . fill',
    '        . blit',
  ]);
  await userEvent.click(within(grid()).getByRole('button', { name: 'Function' }));
  expect(picture().slice(3, 5)).toEqual(['    + parse', '    - render']);
});

test('new numbers leave open what is open, and the keyboard where it is', async () => {
  const { rerender } = render(<Table tree={profile} />);
  await press('{End}{ArrowRight}{ArrowDown}');
  const next = textProfile(`
    gc            70
      sweep       60
      mark        10
    main          80
      parse       30
        readFile  30
      render      50
        font      10`);
  rerender(<Table tree={next} />);
  expect(picture()).toEqual([
    '- total',
    '  - main',
    '    - render',
    '      . font',
    '    + parse',
    '  - gc',
    '    . sweep',
    '    . mark',
  ]);
  expect(current()).toHaveTextContent(/^sweep/);
});

test('a comparison has both sides and the change, to sort siblings by', async () => {
  const compared = textProfile(`
    main   80 -> 100
      read 20 -> 60
      lock 10 -> 0
      send  0 -> 30
    gc     20 -> 100`);
  render(<Table tree={compared} />);
  expect(row('gc')).toHaveTextContent('gc20%50%+30 pp+150%');
  await press('{Home}{ArrowDown}{ArrowDown}*');
  expect(picture()).toEqual(['- total', '  . gc', '  - main', '    . send', '    . read', '    . lock']);
  await userEvent.click(within(grid()).getByRole('button', { name: 'Change' }));
  expect(picture()).toEqual(['- total', '  - main', '    . lock', '    . read', '    . send', '  . gc']);
  expect(row('lock')).toHaveTextContent('lock10%0%−10 ppgone');
});

test('the menu key asks for the menu of the row that the keyboard is on, never for the whole profile', async () => {
  const onMenu = jest.fn();
  render(<Table tree={profile} onMenu={onMenu} />);
  await press('{Home}');
  fireEvent.contextMenu(grid());
  expect(onMenu).not.toHaveBeenCalled();
  await press('{ArrowDown}');
  fireEvent.contextMenu(grid());
  expect(onMenu).toHaveBeenLastCalledWith(
    profile.func.indexOf(profile.functions.names.indexOf('main')),
    expect.anything()
  );
});

test('what the backend cut is told, and is no function to choose', async () => {
  render(
    <Table
      tree={textProfile(`
        main     10
          other   8 cut
          work    2`)}
    />
  );
  await userEvent.click(within(grid()).getByTitle(/merged to keep its answer small/));
  expect(state).toEqual({});
});

test('from the bottom up rows have one value, and callers that were left out are told from what the backend cut', async () => {
  const onOpenTruncated = jest.fn();
  const inverted = textProfile('read 8\n  main 3\n  other 5 cut\nother 2 cut');
  render(<Table tree={inverted} initial={{ isInverted: true }} onOpenTruncated={onOpenTruncated} />);
  const titles = within(grid())
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  expect(titles.slice(1)).toEqual(['Value', 'Value %']);
  await press('{Home}*{ArrowDown}*');
  await userEvent.click(within(grid()).getByText('more callers'));
  await userEvent.click(within(grid()).getByText('other: what the backend cut'));
  expect(onOpenTruncated.mock.calls).toEqual([[3], [4]]);
});

test('what the backend cut is asked for by a click or Enter on its row', async () => {
  const onOpenTruncated = jest.fn();
  render(<Table tree={textProfile('main 10\n  other 8 cut')} onOpenTruncated={onOpenTruncated} />);
  const row = within(grid()).getByText('other: what the backend cut');
  await userEvent.click(row);
  grid().focus();
  await userEvent.keyboard('{Enter}');
  expect(onOpenTruncated.mock.calls).toEqual([[2], [2]]);
  expect(state).toEqual({});
});
