import { act, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '@testing-library/jest-dom';
import { useState } from 'react';
import type { CallTree } from '../../profile/callTree';
import { applyFilters } from '../../profile/filters/applyFilters';
import { textProfile } from '../../profile/textProfile';
import { loadTreeOperations } from '../../worker/loadTreeOperations';
import type { CreateFlameRenderer } from '../render/renderer';
import type { FlameGraphState } from '../view/flameGraphState';
import type { MatchSteps } from './matchSteps';
import { callersHeight } from './sandwich/sandwichTrees';
import { Sandwich } from './Sandwich';

const profile = textProfile(`
  main          80
    parse       30
      read      30
        decode  20
    render      50
      read      10
        decode  10
  gc            20`);

// So that small profiles are merged at once, as they are from the second time on.
beforeAll(async () => void (await loadTreeOperations()));

beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  globalThis.fetch = () => new Promise(() => undefined);
});

const drawNothing: CreateFlameRenderer = () => ({
  resize: () => undefined,
  draw: () => undefined,
  dispose: () => undefined,
});

let state: FlameGraphState;
let setState: (state: FlameGraphState) => void;

interface Props {
  readonly tree?: CallTree;
  readonly width?: number;
  readonly initial?: FlameGraphState;
  readonly onMenu?: () => void;
  readonly matchSteps?: MatchSteps;
}

function Shown({ tree = profile, width = 700, initial = {}, onMenu, matchSteps }: Props) {
  const [own, setOwn] = useState(initial);
  state = own;
  setState = (next) => act(() => setOwn(next));
  return (
    <Sandwich
      {...{ tree, width, onMenu, matchSteps }}
      height={600}
      format={(value) => `${value} ms`}
      state={own}
      onStateChange={setOwn}
      createRenderer={drawNothing}
    />
  );
}

const half = (name: 'Callers' | 'Callees') => screen.getByRole('region', { name });
const middle = () => screen.getByRole('group', { name: 'Function in the middle' });
/** The node that the keyboard is on in a half. */
const current = (name: 'Callers' | 'Callees') => within(half(name)).getByRole('treeitem');
const press = async (name: 'Callers' | 'Callees', keys: string) => {
  within(half(name)).getByRole('tree').focus();
  await userEvent.keyboard(keys);
};

test('without a chosen function there is a list to choose from', async () => {
  render(<Shown />);
  expect(screen.getByRole('status')).toHaveTextContent('Choose a function');
  await userEvent.click(screen.getByText('read'));
  expect(state).toEqual({ chosen: 'read' });
  expect(middle()).toHaveTextContent('read');
  expect(middle()).toHaveTextContent('Total40 ms (40%)');
  expect(middle()).toHaveTextContent('Self10 ms (10%)');
});

test('a search leaves the functions of the list that match, also where it stands alone', () => {
  render(<Shown width={400} initial={{ search: 'dec' }} />);
  expect(screen.queryByText(/Choose a function to see/)).not.toBeInTheDocument();
  expect(screen.getAllByRole('rowheader')).toHaveLength(1);
});

test('where there is no list, a search leads from function to function in the middle', () => {
  const matchSteps: MatchSteps = { current: undefined };
  render(<Shown initial={{ chosen: 'read', search: 'e' }} matchSteps={matchSteps} />);
  const middles = [1, 1, -1, -1].map((direction) => {
    act(() => matchSteps.current?.(direction as 1 | -1));
    return state.chosen;
  });
  expect(new Set(middles).size).toBeGreaterThan(1);
  expect(middles.every((name) => name?.includes('e'))).toBe(true);
  expect([middles[0], 'read']).toEqual([middles[2], middles[3]]);
});

test('callers are above, callees below, each with their share of the whole profile', async () => {
  render(<Shown initial={{ chosen: 'read' }} />);
  expect(current('Callers')).toHaveAccessibleName(expect.stringMatching(/read.*40%/));
  await press('Callers', '{ArrowUp}');
  expect(current('Callers')).toHaveAccessibleName(expect.stringMatching(/parse.*30%/));
  await press('Callers', '{ArrowUp}');
  expect(current('Callers')).toHaveAccessibleName(expect.stringMatching(/main/));
  await press('Callees', '{ArrowDown}');
  expect(current('Callees')).toHaveAccessibleName(expect.stringMatching(/decode.*30%/));
});

test('each half is zoomed on its own; a double click puts a function in the middle', async () => {
  render(<Shown initial={{ chosen: 'read' }} />);
  await press('Callers', '{ArrowUp}{Enter}');
  expect(state).toEqual({ chosen: 'read' });
  fireEvent.doubleClick(within(half('Callers')).getByRole('tree'));
  expect(state).toEqual({ chosen: 'parse' });
  expect(current('Callees')).toHaveAccessibleName(expect.stringMatching(/parse/));
});

test('another function can be chosen: from the list in a wide picture, after letting go in a narrow one', async () => {
  const { unmount } = render(<Shown width={1200} initial={{ chosen: 'read' }} />);
  await userEvent.click(within(screen.getByRole('grid')).getByText('gc'));
  expect(middle()).toHaveTextContent('gc');
  unmount();
  render(<Shown initial={{ chosen: 'read' }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Choose another function' }));
  expect(state).toEqual({});
  expect(screen.getByRole('grid')).toBeInTheDocument();
});

test('a function that this profile does not have is said so', () => {
  render(<Shown initial={{ chosen: 'elsewhere' }} />);
  expect(screen.getByRole('status')).toHaveTextContent('elsewhere is not in this profile');
  setState({ chosen: 'gc' });
  expect(middle()).toHaveTextContent('gc');
});

test('a function that the filters took away is said so, though its name is still known', () => {
  const { tree } = applyFilters(profile, [{ rule: { kind: 'without', match: { by: 'function', value: 'read' } } }]);
  render(<Shown tree={tree} initial={{ chosen: 'read' }} />);
  expect(screen.getByRole('status')).toHaveTextContent('read is not in this profile');
});

test('a comparison tells both sides of the function in the middle', () => {
  const compared = textProfile(`
    main   80 -> 100
      read 20 -> 60
    gc     20 -> 100`);
  render(<Shown tree={compared} initial={{ chosen: 'read' }} />);
  expect(middle()).toHaveTextContent('Total20% → 30% (+50%)');
  setState({ chosen: 'read', diffBy: 'value' });
  expect(middle()).toHaveTextContent('Total20 ms → 60 ms (+200%)');
});

test('the menu of the function in the middle', async () => {
  const onMenu = jest.fn();
  render(<Shown initial={{ chosen: 'read' }} onMenu={onMenu} />);
  await userEvent.click(screen.getByRole('button', { name: 'Menu of the function' }));
  expect(onMenu).toHaveBeenCalledWith('read', expect.anything());
});

test('the halves share the height by what they need', () => {
  expect(callersHeight(100, 100, 600)).toBe(100);
  expect(callersHeight(500, 100, 600)).toBe(500);
  expect(callersHeight(900, 900, 600)).toBe(240);
  expect(callersHeight(100, 900, 600)).toBe(100);
});

describe('the edge between callers and callees', () => {
  const edge = () => screen.getByRole('separator', { name: 'Height of the callers' });
  const heightOf = (name: 'Callers' | 'Callees') => parseInt(half(name).style.height);
  beforeAll(() => (HTMLElement.prototype.setPointerCapture = () => undefined));
  // jsdom has no pointer events: a mouse event with what is asked of one does.
  const pointer = (type: 'down' | 'move' | 'up', clientY: number) =>
    fireEvent(edge(), new MouseEvent(`pointer${type}`, { bubbles: true, clientY }));

  test('is dragged: what is chosen, and given on, is where it is let go of', () => {
    render(<Shown initial={{ chosen: 'read' }} />);
    const [callers, callees] = [heightOf('Callers'), heightOf('Callees')];
    pointer('down', 100);
    pointer('move', 150);
    expect([heightOf('Callers'), heightOf('Callees')]).toEqual([callers + 50, callees - 50]);
    expect(state).toEqual({ chosen: 'read' });
    pointer('up', 150);
    expect(state.sandwichSplit).toBeCloseTo((callers + 50) / (callers + callees), 3);
    expect([heightOf('Callers'), heightOf('Callees')]).toEqual([callers + 50, callees - 50]);
  });

  test('is left where it was by Escape, and by a click', () => {
    render(<Shown initial={{ chosen: 'read' }} />);
    const callers = heightOf('Callers');
    pointer('down', 100);
    pointer('move', 150);
    fireEvent.keyDown(edge(), { key: 'Escape' });
    pointer('up', 150);
    pointer('down', 100);
    pointer('up', 100);
    expect(heightOf('Callers')).toBe(callers);
    expect(state).toEqual({ chosen: 'read' });
  });

  test('is moved by keys, says where it is, and Enter lets it find its place again', async () => {
    render(<Shown initial={{ chosen: 'read' }} />);
    const callers = heightOf('Callers');
    edge().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(Math.abs(heightOf('Callers') - callers - 20)).toBeLessThanOrEqual(1);
    await userEvent.keyboard('{End}');
    expect(edge()).toHaveAttribute('aria-valuenow', '96');
    expect(heightOf('Callees')).toBe(20);
    await userEvent.keyboard('{Home}');
    expect(heightOf('Callers')).toBe(20);
    await userEvent.keyboard('{Enter}');
    expect(heightOf('Callers')).toBe(callers);
    expect(state).toEqual({ chosen: 'read' });
  });

  test('stays where it was put for another function, and comes back with the state', () => {
    render(<Shown initial={{ chosen: 'read', sandwichSplit: 0.5 }} />);
    const callers = heightOf('Callers');
    expect(callers).toBe(heightOf('Callees'));
    setState({ ...state, chosen: 'decode' });
    expect(heightOf('Callers')).toBe(callers);
  });

  test('callers that need less than they have stand at the function', () => {
    render(<Shown initial={{ chosen: 'read', sandwichSplit: 0.7 }} />);
    const picture = within(half('Callers')).getByRole('tree').closest<HTMLElement>('[style*="height"]');
    expect(half('Callers')).toHaveStyle({ alignItems: 'flex-end' });
    expect(parseInt(picture!.style.height)).toBeLessThan(heightOf('Callers') / 2);
  });

  test('cannot be where no part has a row, nor be dragged there by a link', () => {
    expect([callersHeight(100, 100, 600, -3), callersHeight(100, 100, 600, 7)]).toEqual([20, 580]);
    expect(callersHeight(100, 100, 10, 0.5)).toBe(5);
  });
});
