import { createRoot } from 'react-dom/client';
import { FlameGraph } from '../../src/flamegraph/view/FlameGraph';
import { ROW_HEIGHT } from '../../src/flamegraph/view/flameStage';
import type { CallTree } from '../../src/profile/callTree';
import { decodeTree } from '../../src/profile/decodeTree';
import type { Figure } from '../figure';
import { formatNanoseconds } from './formatNanoseconds';
import { GrafanaPage } from './GrafanaPage';
import { afterPaint, medianOfWork, medianToPaint } from './measure';
import { HEIGHT, QUERY, WIDTH } from './picture';

/** The whole view, driven by events: what a user waits for. */
export async function viewFigures(tree: CallTree, bytes: Uint8Array, decode: number, times: number): Promise<Figure[]> {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  const show = (shown?: CallTree) =>
    root.render(
      <GrafanaPage mode="light">
        {shown && <FlameGraph tree={shown} width={WIDTH} height={HEIGHT} format={formatNanoseconds} />}
      </GrafanaPage>
    );
  const firstPictures: number[] = [];
  for (let run = 0; run < times; run++) {
    show();
    await afterPaint();
    await afterPaint();
    const start = performance.now();
    show(decodeTree(bytes, { unit: 'nanoseconds' }));
    await untilDrawn(container);
    firstPictures.push(performance.now() - start);
  }
  show(tree);
  await untilDrawn(container);
  const graph = container.querySelector('[role=tree]');
  const input = container.querySelector('input');
  if (graph === null || input === null) {
    throw new Error('The flame graph is not there.');
  }
  const { left, top } = graph.getBoundingClientRect();
  const point = (type: string, x: number, row: number) =>
    graph.dispatchEvent(
      new MouseEvent(type, { bubbles: true, clientX: left + x, clientY: top + (row + 0.5) * ROW_HEIGHT })
    );
  const type = (text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const empty = await medianToPaint(times, () => container.style.setProperty('--tick', `${performance.now()}`));
  const nothing = await medianOfWork(times, () => undefined);
  const frame = { what: 'a frame that changes nothing', value: empty };
  const figures: Figure[] = [
    {
      what: 'first picture: bytes → painted',
      value: firstPictures.sort((a, b) => a - b)[firstPictures.length >> 1],
      unit: 'ms',
      floor: { what: 'decoding alone', value: decode },
      goal: 'under 2×',
    },
    {
      what: 'zoom: click → painted',
      value: await medianToPaint(times * 2, () => point('click', WIDTH * 0.4, nextClick() ? 8 : 0)),
      unit: 'ms',
      floor: frame,
    },
    {
      what: 'zoom, main thread',
      value: await medianOfWork(times * 2, (run) => point('click', WIDTH * 0.4, run % 2 === 0 ? 8 : 0)),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    },
    {
      what: 'scroll by a row, main thread',
      value: await medianOfWork(times * 2, (run) => (graph.scrollTop = run * ROW_HEIGHT)),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    },
    {
      what: 'search keystroke, main thread',
      value: await medianOfWork(times, (run) => type(QUERY.slice(0, 2 + (run % 5)))),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 50 ms',
    },
  ];
  type('');
  graph.scrollTop = 0;
  const wheel = (init: WheelEventInit) =>
    graph.dispatchEvent(
      new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        clientX: left + WIDTH * 0.4,
        clientY: top + 90,
        ...init,
      })
    );
  const zoomedThen = async (measure: () => Promise<number>) => {
    wheel({ ctrlKey: true, deltaY: -1360 });
    await afterPaint();
    const value = await measure();
    graph.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
    await afterPaint();
    return value;
  };
  point('click', WIDTH * 0.4, 0);
  await afterPaint();
  figures.push(
    {
      what: 'zoom by wheel, main thread',
      value: await medianOfWork(times * 2, (run) =>
        wheel({ ctrlKey: true, deltaY: run % (2 * times) < times ? -100 : 100 })
      ),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    },
    {
      what: 'pan by wheel, zoomed in 30 times, main thread',
      value: await zoomedThen(() =>
        medianOfWork(times * 2, (run) => wheel({ shiftKey: true, deltaY: run % 2 ? 60 : -80 }))
      ),
      unit: 'ms',
      floor: { what: 'a frame that changes nothing', value: nothing },
      goal: 'under 16 ms',
    }
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  await afterPaint();
  const label = document.body.appendChild(document.createElement('div'));
  label.style.cssText = 'position: fixed; top: 0; will-change: transform';
  const moveLabel = (run: number) => {
    label.textContent = `${run} ms`;
    label.style.transform = `translate(${(run * 173) % WIDTH}px, ${(run * 37) % 800}px)`;
  };
  const moved = await medianOfWork(times * 10, moveLabel);
  label.remove();
  figures.push({
    what: 'hover, main thread: movement → tooltip painted',
    value: await medianOfWork(times * 10, (run) => point('mousemove', (run * 173) % WIDTH, (run * 7) % 40)),
    unit: 'ms',
    floor: { what: 'a text that changes and moves over the graph', value: moved },
    goal: 'under 1 ms',
  });
  root.unmount();
  container.remove();
  return figures;
}

let isZoomed = false;

function nextClick(): boolean {
  isZoomed = !isZoomed;
  return isZoomed;
}

/** A canvas gets its size in the frame in which it is drawn: the task after that frame is the one after the painting. */
async function untilDrawn(container: HTMLElement) {
  while ((container.querySelector('canvas')?.width ?? 0) < WIDTH / 2) {
    await afterPaint();
  }
}
