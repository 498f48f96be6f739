import { act, fireEvent, screen } from '@testing-library/react';
import '@testing-library/jest-dom';
import { textProfile } from '../../profile/textProfile';
import { ROW_HEIGHT } from './flameStage';
import { at, click, drawn, graph, nextFrame, press, said, show } from './testing/showFlameGraph';

const TEXT = `
  main          80
    parse       30
      readFile  30
    render      50
      paint     20
  gc            20`;
const profile = textProfile(TEXT);

async function zoomAt(x: number, factor: number) {
  fireEvent.wheel(graph(), { ctrlKey: true, deltaY: -Math.log(factor) / 0.0025, ...at(x, 1) });
  await nextFrame();
}

function pointer(type: string, x: number, y: number) {
  // jsdom has no pointer events: a mouse event with what is asked of one does.
  const event = new MouseEvent(type, { bubbles: true, clientX: x, clientY: y });
  Object.assign(event, { pointerId: 1, pointerType: 'mouse' });
  fireEvent(graph(), event);
}

beforeEach(() => {
  HTMLElement.prototype.setPointerCapture = () => undefined;
});

const rounded = () => drawn().map((row) => row.replace(/[\d.]+/g, (number) => String(Math.round(Number(number)))));

test('a wheel with Ctrl zooms around the pointer, and what it stands on stays under it', async () => {
  await show(profile);
  await zoomAt(400, 2);
  expect(rounded().slice(1, 3)).toEqual(['main 0+1000', 'parse 0+200, render 200+800']);
  fireEvent.mouseMove(graph(), at(199, 2));
  expect(screen.getByRole('tooltip')).toHaveTextContent('parse');
  fireEvent.mouseMove(graph(), at(205, 2));
  expect(screen.getByRole('tooltip')).toHaveTextContent('render');
});

test('a wheel without Ctrl is left to the page', async () => {
  await show(profile);
  expect(fireEvent.wheel(graph(), { deltaY: 100 })).toBe(true);
  expect(fireEvent.wheel(graph(), { deltaX: 100 })).toBe(true);
  expect(fireEvent.wheel(graph(), { ctrlKey: true, deltaY: -200 })).toBe(false);
  expect(fireEvent.wheel(graph(), { shiftKey: true, deltaY: 100 })).toBe(false);
});

test('a drag pans and its click chooses nothing; a press that trembles is a click', async () => {
  await show(profile);
  await zoomAt(0, 2);
  expect(rounded()[2]).toBe('parse 0+600, render 600+400');
  pointer('pointerdown', 500, 50);
  pointer('pointermove', 300, 50);
  pointer('pointerup', 300, 50);
  await click(300, 2);
  expect(rounded()[2]).toBe('parse 0+400, render 400+600');
  expect(screen.getByRole('navigation')).toHaveTextContent(/^Whole profile: 100 ms$/);

  pointer('pointerdown', 300, 50);
  pointer('pointermove', 302, 51);
  pointer('pointerup', 302, 51);
  await click(302, 2);
  expect(drawn()[2]).toBe('parse 0+1000');
});

test('keys zoom and pan, and the way back leads to the whole width before it leaves the focus', async () => {
  await show(profile, { state: { focus: ['main'] }, onStateChange: () => undefined });
  await press('+', { key: 'ArrowUp', shiftKey: true });
  const zoomed = drawn()[2];
  expect(zoomed).not.toBe('parse 0+375, render 375+625');
  await press({ key: 'ArrowRight', shiftKey: true });
  expect(drawn()[2]).not.toBe(zoomed);
  await press('Escape');
  expect(drawn()[2]).toBe('parse 0+375, render 375+625');
  await press('+', '0');
  expect(drawn()[2]).toBe('parse 0+375, render 375+625');
  // Nothing to go back to: the key is others'.
  expect(fireEvent.keyDown(graph(), { key: '0' })).toBe(true);
});

test('another focus begins with its whole width, and the same one in newer data keeps what is seen', async () => {
  const { again } = await show(profile);
  await zoomAt(400, 2);
  const seen = drawn();
  await again({ tree: textProfile(TEXT) });
  expect(drawn()).toEqual(seen);
  await again({ tree: textProfile(TEXT), state: { focus: ['main'] } });
  expect(drawn()[2]).toBe('parse 0+375, render 375+625');
});

test('a box that is walked to comes into what is seen', async () => {
  await show(profile);
  await zoomAt(0, 8);
  expect(rounded()[1]).toBe('main 0+1000');
  await press('ArrowDown', 'ArrowRight');
  expect(said()).toMatch(/^gc,/);
  expect(rounded()[1]).toMatch(/gc 0\+1000$/);
});

test('a graph with its root at the bottom begins there, and arrows lead to where they point', async () => {
  const names = Array.from({ length: 100 }, (_, depth) => `f${depth}`);
  const deep = textProfile(names.map((name, depth) => `${' '.repeat(depth)}${name} 10`).join('\n'));
  await show(deep, { orientation: 'root-bottom', height: 240 });
  expect(graph().scrollTop).toBe(101 * ROW_HEIGHT - 200);
  expect(drawn()[9]).toBe('total 0+1000');
  expect(drawn()[8]).toBe('f0 0+1000');
  await press('ArrowUp', 'ArrowUp', 'ArrowDown');
  expect(said()).toMatch(/^f0,/);
});

test('a flame keeps its ground when what is focused is less high', async () => {
  const { again } = await show(profile, { orientation: 'root-bottom' });
  const whole = [
    'readFile 0+300, paint 300+200',
    'parse 0+300, render 300+500',
    'main 0+800, gc 800+200',
    'total 0+1000',
  ];
  expect(drawn()).toEqual(whole);
  await again({ state: { focus: ['gc'] } });
  expect(drawn().slice(2)).toEqual(['gc 0+1000', 'total 0+1000']);
});

describe('the menu', () => {
  const asked: unknown[] = [];
  const onMenu = (...args: unknown[]) => asked.push(args);
  beforeEach(() => asked.splice(0));

  test('opens at the pointer, for the box under it', async () => {
    await show(profile, { onMenu });
    expect(fireEvent.contextMenu(graph(), { button: 2, ...at(400, 2) })).toBe(false);
    expect(asked).toEqual([[4, { x: 400, y: 45 }]]);
  });

  test('opens by key at the current box', async () => {
    await show(profile, { onMenu });
    await press('ArrowDown', { key: 'F10', shiftKey: true }, 'ContextMenu');
    const place = { x: 0, y: 2 * ROW_HEIGHT };
    expect(asked).toEqual([
      [1, place],
      [1, place],
    ]);
  });

  test('opens under a finger that rests, which then is no click', async () => {
    jest.useFakeTimers({ doNotFake: ['requestAnimationFrame', 'performance'] });
    try {
      await show(profile, { onMenu });
      const touch = { ...at(400, 2), identifier: 0, target: graph() };
      fireEvent.touchStart(graph(), { touches: [touch] });
      act(() => jest.advanceTimersByTime(600));
      expect(fireEvent.touchEnd(graph(), { touches: [] })).toBe(false);
      expect(asked).toEqual([[4, { x: 400, y: 45 }]]);
    } finally {
      jest.useRealTimers();
    }
  });

  test("is the browser's own where the owner has none, and where there is no box", async () => {
    await show(profile);
    expect(fireEvent.contextMenu(graph(), { button: 2, ...at(400, 2) })).toBe(true);
  });
});

test('functions that the backend merged are opened by click and Enter, and zoomed into where nobody opens them', async () => {
  const cut = textProfile('main 10\n  other 10 cut');
  const opened: number[] = [];
  const { again } = await show(cut, { onOpenTruncated: (node) => opened.push(node) });
  await click(10, 2);
  await press('Enter');
  expect(opened).toEqual([2, 2]);
  expect(screen.getByRole('navigation')).toHaveTextContent(/^Whole profile: 10 ms$/);
  await again({ onOpenTruncated: undefined });
  await click(10, 2);
  expect(screen.getByRole('navigation')).toHaveTextContent('other');
});

test('without a header the graph has all of the height, and / is left to others', async () => {
  await show(profile, { header: 'none' });
  expect(screen.queryByRole('search')).not.toBeInTheDocument();
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  expect(fireEvent.keyDown(graph(), { key: '/' })).toBe(true);
});

test('a comparison tells the change, and what is new or gone', async () => {
  await show(textProfile('old 40 -> 0\nboth 60 -> 30\nfresh 0 -> 70'));
  const facts = (x: number) => {
    fireEvent.mouseMove(graph(), at(x, 1));
    return screen.getByRole('tooltip').textContent;
  };
  expect(facts(10)).toMatch(/Gone: only the baseline has it.*Change-40 ms-40 points/);
  expect(facts(300)).toMatch(/50% less than the baseline's share.*Change-30 ms-30 points/);
  expect(facts(800)).toMatch(/New: the baseline does not have it.*Change\+70 ms\+70 points/);
});
