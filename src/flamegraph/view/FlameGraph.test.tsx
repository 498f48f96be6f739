import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import type { CallTree } from '../../profile/callTree';
import { textProfile } from '../../profile/textProfile';
import type { FlameGraphProps, FlameGraphState } from './FlameGraph';
import { ROW_HEIGHT } from './flameStage';
import {
  at,
  click,
  drawn,
  graph,
  nextFrame,
  picturesDrawn,
  press,
  said,
  show as showFlameGraph,
} from './testing/showFlameGraph';

const profile = textProfile(`
  main          80
    parse       30
      readFile  30
    render      50
      paint     20
      readFont  20
  gc            20`);

const path = () => screen.getByRole('navigation');
const show = (props: Partial<FlameGraphProps> = {}) => showFlameGraph(props.tree ?? profile, props);

const WHOLE = [
  'total 0+1000',
  'main 0+800, gc 800+200',
  'parse 0+300, render 300+500',
  'readFile 0+300, paint 300+200, readFont 500+200',
];

test('the whole profile is drawn, with its total named', async () => {
  await show();
  expect(drawn()).toEqual(WHOLE);
  expect(path()).toHaveTextContent('Whole profile: 100 ms');
});

test('a click zooms, a click on an ancestor and on a breadcrumb lead back', async () => {
  await show();
  await click(400, 2);
  const zoomed = ['total 0+1000', 'main 0+1000', 'render 0+1000', 'paint 0+400, readFont 400+400'];
  expect(drawn()).toEqual(zoomed);
  expect(path()).toHaveTextContent('Whole profile: 100 ms›main›render50 ms · 50%');

  await click(400, 1);
  expect(drawn()[1]).toBe('main 0+1000');
  expect(drawn()[2]).toBe('parse 0+375, render 375+625');

  fireEvent.click(within(path()).getByText(/Whole profile/));
  await nextFrame();
  expect(drawn()).toEqual(WHOLE);
});

test('Escape goes back the way one came, and is left to others when there is no way back', async () => {
  await show();
  await click(400, 2);
  await click(100, 3);
  expect(drawn()[3]).toBe('paint 0+1000');
  await press('Escape');
  expect(drawn()[2]).toBe('render 0+1000');
  await press('Escape');
  expect(drawn()).toEqual(WHOLE);
  expect(fireEvent.keyDown(graph(), { key: 'Escape' })).toBe(true);
});

test('what is pointed at is told in full, and nothing is drawn for it', async () => {
  await show();
  await click(400, 2);
  const before = picturesDrawn();
  fireEvent.mouseMove(graph(), at(100, 3));
  await nextFrame();
  const rows = within(screen.getByRole('tooltip'))
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(screen.getByRole('tooltip')).toHaveTextContent('paint');
  expect(rows).toEqual(['Valueof profileof callerof focus', 'Total20 ms20%40%40%', 'Self20 ms20%40%40%']);
  expect(picturesDrawn()).toBe(before);
  fireEvent.mouseLeave(graph());
  expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
});

test('arrows walk, Enter zooms, and a screen reader hears where', async () => {
  const { again } = await show();
  expect(said()).toBe('Whole profile, total 100 ms, self 0 ms');
  await again({ wholeName: 'Selected range' });
  expect(said()).toBe('Selected range, total 100 ms, self 0 ms');
  await press('ArrowDown');
  expect(said()).toBe('main, total 80 ms, 80% of the profile, 80% of its caller, self 0 ms');
  await press('ArrowDown', 'ArrowLeft');
  expect(said()).toMatch(/^parse, total 30 ms/);
  const item = screen.getByRole('treeitem');
  expect(item).toHaveAttribute('aria-level', '3');
  expect(item).toHaveAttribute('aria-posinset', '1');
  expect(item).toHaveAttribute('aria-setsize', '2');
  await press('ArrowRight', 'Enter');
  expect(drawn()[2]).toBe('render 0+1000');
  expect(said()).toMatch(/^render, .* 100% of the focus/);
  await press('ArrowUp');
  expect(said()).toMatch(/^main,/);
  // The sibling of an ancestor is not in the picture.
  await press('ArrowRight');
  expect(said()).toMatch(/^main,/);
});

test('when the way back hides the current node, the keyboard goes on from the focus', async () => {
  await show();
  await click(100, 2);
  await click(100, 1);
  await click(900, 2);
  expect(said()).toMatch(/^render/);
  await press('Escape', 'Escape');
  expect(drawn()[2]).toBe('parse 0+1000');
  expect(said()).toMatch(/^parse/);
});

test('search marks its hits as one types and says how many they are and how much', async () => {
  await show();
  await userEvent.type(screen.getByRole('textbox'), 'read');
  await nextFrame();
  expect(drawn()[3]).toBe('readFile! 0+300, paint- 300+200, readFont! 500+200');
  expect(drawn()[1]).toBe('main- 0+800, gc- 800+200');
  expect(screen.getByRole('status')).toHaveTextContent('2 · 50%');

  fireEvent.click(screen.getByLabelText('Clear search'));
  await nextFrame();
  expect(drawn()).toEqual(WHOLE);
});

test('a regular expression is read as one when asked to, and a broken one is said to be broken', async () => {
  await show();
  await userEvent.type(screen.getByRole('textbox'), '^p.*e$');
  expect(screen.getByRole('status')).toHaveTextContent('No match');
  fireEvent.click(screen.getByLabelText('Regular expression'));
  expect(screen.getByRole('status')).toHaveTextContent('1 · 30%');
  await userEvent.type(screen.getByRole('textbox'), '(');
  expect(screen.getByRole('status')).toHaveTextContent('Not a regex');
  expect(screen.getByRole('textbox')).toBeInvalid();
});

test('a search looks where it is told to', async () => {
  await show({ tree: textProfile('net/http.serve 40\nserve/main.run 60') });
  await userEvent.type(screen.getByRole('textbox'), 'serve');
  expect(screen.getByRole('status')).toHaveTextContent('2 · 100%');
  await userEvent.click(screen.getByLabelText('Looks in names of functions'));
  await userEvent.click(await screen.findByText('Packages'));
  await nextFrame();
  expect(screen.getByRole('status')).toHaveTextContent('1 · 60%');
  expect(drawn()[1]).toBe('net/http.serve- 0+400, serve/main.run! 400+600');
});

test('/ leads to the search, Enter from match to match and round, Escape back to the graph', async () => {
  await show();
  graph().focus();
  await press('/');
  expect(screen.getByRole('textbox')).toHaveFocus();
  await userEvent.keyboard('read{Enter}');
  expect(said()).toMatch(/^readFile/);
  expect(screen.getByRole('status')).toHaveTextContent('1 of 2');
  await userEvent.keyboard('{Enter}');
  expect(said()).toMatch(/^readFont/);
  await userEvent.keyboard('{Enter}');
  expect(said()).toMatch(/^readFile/);
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  expect(said()).toMatch(/^readFont/);
  await userEvent.keyboard('{Escape}{Escape}');
  expect(graph()).toHaveFocus();
});

test('n and N lead from match to match in the graph, and are left to others while nothing is searched for', async () => {
  const { again } = await show();
  expect(fireEvent.keyDown(graph(), { key: 'n' })).toBe(true);
  await again({ state: { search: 'read' } });
  await press('n');
  expect(said()).toMatch(/^readFile/);
  await press('n');
  expect(said()).toMatch(/^readFont/);
  await press('N');
  expect(said()).toMatch(/^readFile/);
});

test('the owner is told where the keyboard leads, and when the pointer takes over', async () => {
  const onWalk = jest.fn();
  await show({ onWalk });
  await press('ArrowDown', 'ArrowDown');
  expect(onWalk.mock.calls).toEqual([[1], [4]]);
  await click(400, 2);
  expect(onWalk).toHaveBeenLastCalledWith(undefined);
});

test('a match outside of the focus is gone to by zooming out just far enough', async () => {
  await show();
  await click(100, 2);
  expect(drawn()[2]).toBe('parse 0+1000');
  await userEvent.type(screen.getByRole('textbox'), 'paint{Enter}');
  await nextFrame();
  expect(drawn().slice(1, 3)).toEqual(['main- 0+1000', 'parse- 0+375, render- 375+625']);
  expect(said()).toMatch(/^paint/);
});

test('the focus survives a refresh, and a profile without it says so and shows what is nearest', async () => {
  const states: FlameGraphState[] = [];
  const { again } = await show({ state: { focus: ['main', 'render', 'paint'] }, onStateChange: (s) => states.push(s) });
  expect(drawn()[3]).toBe('paint 0+1000');
  const state = { focus: ['main', 'render', 'paint'] };
  const next = textProfile(`
    aaa           5
    main          80
      render      50
        fill      10
        paint     40`);
  await again({ tree: next, state });
  expect(drawn()).toEqual(['total 0+1000', 'main 0+1000', 'render 0+1000', 'paint 0+1000']);
  const without = textProfile(`
    main          80
      render      50
        fill      50`);
  await again({ tree: without, state });
  expect(drawn()).toEqual(['total 0+1000', 'main 0+1000', 'render 0+1000', 'fill 0+1000']);
  expect(path()).toHaveTextContent('paint (no samples)');
  expect(states).toEqual([]);
});

test('what the user chooses is given to the owner as plain JSON, and taken back from there', async () => {
  let state: FlameGraphState = {};
  const onStateChange = (next: FlameGraphState) => (state = next);
  const { unmount } = await show({ onStateChange });
  await click(400, 2);
  await userEvent.type(screen.getByRole('textbox'), 'paint');
  expect(state).toEqual({ focus: ['main', 'render'], search: 'paint' });
  unmount();
  await show({ state: JSON.parse(JSON.stringify(state)) as FlameGraphState });
  expect(drawn()[2]).toBe('render- 0+1000');
  expect(screen.getByRole('textbox')).toHaveValue('paint');
});

test('a long path collapses in its middle, and what it hides can be chosen', async () => {
  const names = Array.from({ length: 60 }, (_, depth) => `level${depth}`);
  const deep = textProfile(names.map((name, depth) => `${' '.repeat(depth)}${name} 10`).join('\n'));
  const states: FlameGraphState[] = [];
  await show({ tree: deep, state: { focus: names }, onStateChange: (state) => states.push(state) });
  expect(path()).toHaveTextContent(/^Whole profile: 10 ms›…›level5\d.*level59/);
  await userEvent.click(within(path()).getByLabelText(/functions between/));
  fireEvent.click(await screen.findByText('level40'));
  expect(states).toEqual([{ focus: names.slice(0, 41) }]);
});

test('the end of a path takes the room that is left', async () => {
  const name = 'github.com/acme/checkout/payment.(*AuthorizationService).AuthorizeAndCapture';
  const { again } = await show({ tree: textProfile(`"${name}" 10`), state: { focus: [name] } });
  const end = () => path().querySelector('[aria-current]')?.textContent;
  expect(end()).toBe('payment.(*AuthorizationService).AuthorizeAndCapture');
  await again({ width: 300 });
  expect(end()).toBe('AuthorizeAndCapture');
});

test('names are text, whatever they look like', async () => {
  await show({ tree: textProfile('"<img src=x onerror=alert(1)>\\u202e" 10') });
  fireEvent.mouseMove(graph(), at(10, 1));
  expect(screen.getByRole('tooltip')).toHaveTextContent('<img src=x onerror=alert(1)>');
  expect(document.querySelector('img')).toBeNull();
});

test('functions that the backend merged are explained', async () => {
  await show({ tree: textProfile('main 10\n  other 10 cut') });
  fireEvent.mouseMove(graph(), at(10, 2));
  expect(screen.getByRole('tooltip')).toHaveTextContent(/Functions that the backend merged to keep its answer small/);
});

test('a comparison shows both sides', async () => {
  await show({ tree: textProfile('old 40 -> 0\nboth 60 -> 50') });
  fireEvent.mouseMove(graph(), at(10, 1));
  const rows = within(screen.getByRole('tooltip')).getAllByRole('row').slice(1, 3);
  expect(rows.map((row) => row.textContent)).toEqual(['Total, baseline40 ms40%40%', 'Total, comparison0 ms0%0%']);
});

test.each<[string, CallTree]>([
  ['an empty profile', textProfile('')],
  ['a profile of zeros', textProfile('main 0')],
])('%s says that it is empty', async (_, tree) => {
  await show({ tree, notice: undefined });
  expect(screen.getByText('No samples in this profile')).toBeVisible();
  expect(screen.queryByRole('tree')).not.toBeInTheDocument();
});

test('only the rows in view are drawn, and scrolling draws the others', async () => {
  const names = Array.from({ length: 3000 }, (_, depth) => `f${depth}`);
  const deep = textProfile(names.map((name, depth) => `${' '.repeat(depth)}${name} 10`).join('\n'));
  await show({ tree: deep, height: 240 });
  expect(drawn()).toHaveLength(10);
  graph().scrollTop = 1000 * ROW_HEIGHT;
  fireEvent.scroll(graph());
  await nextFrame();
  expect(drawn()[0]).toBe('f999 0+1000');
  expect(drawn()).toHaveLength(10);
});

test('a refresh leaves the reader where they have scrolled to, a zoom shows its box', async () => {
  const names = Array.from({ length: 300 }, (_, depth) => `f${depth}`);
  const deep = () => textProfile(names.map((name, depth) => `${' '.repeat(depth)}${name} 10`).join('\n'));
  const { again } = await show({ tree: deep(), height: 240, state: { focus: names.slice(0, 100) } });
  expect(graph().scrollTop).toBe(91 * ROW_HEIGHT);
  graph().scrollTop = 0;
  fireEvent.scroll(graph());
  await again({ tree: deep(), height: 240, state: { focus: names.slice(0, 100) } });
  expect(graph().scrollTop).toBe(0);
});

test('a notice is a line where there is room for one, and an icon where not', async () => {
  const { again } = await show({ notice: 'Average of 12 snapshots' });
  expect(screen.getByText('Average of 12 snapshots')).toBeVisible();
  await again({ notice: 'Average of 12 snapshots', height: 100 });
  expect(screen.queryByText('Average of 12 snapshots')).not.toBeInTheDocument();
  expect(screen.getByLabelText('Average of 12 snapshots')).toBeInTheDocument();
});

test('in a narrow panel the search is an icon until it is wanted', async () => {
  await show({ width: 400 });
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  await press('/');
  expect(screen.getByRole('textbox')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(path()).toBeInTheDocument();
});

test('where there is no room for a header, the search lies over the graph while it is wanted', async () => {
  const user = userEvent.setup();
  await show({ header: 'over', height: 100 });
  const rows = drawn().length;
  expect(screen.queryByRole('search')).toBeNull();
  await press('/');
  const field = within(screen.getByRole('search')).getByRole('textbox');
  expect(field).toHaveFocus();
  await user.type(field, 'paint');
  expect(screen.getByRole('status')).toHaveTextContent('20%');
  expect(drawn()).toHaveLength(rows);
  await user.keyboard('{Escape}{Escape}');
  expect(screen.queryByRole('search')).toBeNull();
  expect(graph()).toHaveFocus();
});
