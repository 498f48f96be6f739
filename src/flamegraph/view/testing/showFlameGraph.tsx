import { act, fireEvent, render, screen } from '@testing-library/react';
import type { CallTree } from '../../../profile/callTree';
import { BoxFlag } from '../../layout/boxBuffers';
import type { CreateFlameRenderer, FlameScene } from '../../render/renderer';
import { FlameGraph, type FlameGraphProps } from '../FlameGraph';
import { ROW_HEIGHT } from '../flameStage';

let rows: string[] = [];
let pictures = 0;

/** What was drawn last, a line a row: "name x+width", a hit with "!", a miss with "-". */
export const drawn = () => rows;
/** How many pictures were drawn since `show`. */
export const picturesDrawn = () => pictures;

const createRenderer: CreateFlameRenderer = () => ({
  resize: () => undefined,
  draw: (scene) => {
    pictures++;
    rows = rowsOf(scene);
  },
  dispose: () => undefined,
});

function rowsOf({ boxes, labels, top }: FlameScene): string[] {
  const found: string[] = [];
  for (let at = 0; at < boxes.count; at++) {
    const flags = boxes.flags[at];
    const mark = flags & BoxFlag.hit ? '!' : flags & BoxFlag.miss ? '-' : '';
    const name = flags & BoxFlag.sliver ? 'sliver' : labels.forms(boxes.node[at])[0];
    const row = boxes.row[at] + top / ROW_HEIGHT;
    const box = `${name}${mark} ${boxes.x[at]}+${boxes.width[at]}`;
    found[row] = found[row] === undefined ? box : `${found[row]}, ${box}`;
  }
  return found;
}

export async function nextFrame(): Promise<void> {
  await act(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));
}

/** A flame graph 1000 by 400 pixels, header included. */
export async function show(tree: CallTree, props: Partial<FlameGraphProps> = {}) {
  rows = [];
  pictures = 0;
  const all: FlameGraphProps = {
    tree,
    width: 1000,
    height: 400,
    format: (value) => `${value} ms`,
    createRenderer,
    ...props,
  };
  const result = render(<FlameGraph {...all} />);
  await nextFrame();
  return {
    ...result,
    async again(change: Partial<FlameGraphProps>) {
      result.rerender(<FlameGraph {...all} {...change} />);
      await nextFrame();
    },
  };
}

export const graph = () => screen.getByRole('tree');
/** A place in a row that is not scrolled. */
export const at = (x: number, row: number) => ({ clientX: x, clientY: row * ROW_HEIGHT + 5 });

export async function click(x: number, row: number): Promise<void> {
  fireEvent.click(graph(), at(x, row));
  await nextFrame();
}

export async function press(...keys: Array<string | KeyboardEventInit>): Promise<void> {
  for (const key of keys) {
    fireEvent.keyDown(graph(), typeof key === 'string' ? { key } : key);
  }
  await nextFrame();
}

/** What a screen reader says: the tree's active item. */
export function said(): string {
  const id = graph().getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id)?.textContent ?? '';
}
