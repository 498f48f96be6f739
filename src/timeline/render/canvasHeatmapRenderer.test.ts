import { epochMs } from '../../base/units';
import { heatColours } from '../layout/heatColours';
import type { HeatmapCells } from '../layout/heatmapCells';
import { heatmapScene } from '../layout/heatmapScene';
import { canvasHeatmapRenderer } from './canvasHeatmapRenderer';

const formats = { time: { utcOffset: () => 0, label: () => '' }, value: String, valueBase: 10 as const };
const heat = heatColours(true);
const theme = {
  grid: 'grid',
  text: 'text',
  background: 'background',
  annotation: 'annotation',
  exemplar: 'exemplar',
  heat,
  fontFamily: 'Inter',
};

interface FilledRect {
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is filled on a canvas of 200 x 108 pixels, whose plot covers all but the upper 8 and lower 21, at this ratio. */
function filled(cells: HeatmapCells, ratio: number): FilledRect[] {
  const rects: FilledRect[] = [];
  const style = { fillStyle: '' };
  const context = new Proxy(style, {
    get(target, name) {
      if (name === 'fillRect') {
        return (x: number, y: number, width: number, height: number) =>
          rects.push({ colour: target.fillStyle, x, y, width, height });
      }
      return name in target ? target[name as keyof typeof style] : () => undefined;
    },
  });
  const canvas = { width: 0, height: 0, getContext: () => context } as unknown as HTMLCanvasElement;
  const renderer = canvasHeatmapRenderer(canvas);
  renderer?.resize(200, 108, ratio);
  const span = { from: epochMs(0), to: epochMs(200) };
  renderer?.draw(heatmapScene(cells, { span, width: 200, height: 108, formats, measure: () => 10 }), theme);
  return rects;
}

const column = (...values: number[]) => Float64Array.from(values);

test('cells are filled in their colours, with a gap between large ones, and cut off at the edge of the plot', () => {
  const rects = filled(
    { ends: column(20, 50), lows: column(0, 0), highs: column(1, 1), counts: column(4, 4), stepMs: 30 },
    1
  );
  const strongest = heat[heat.length - 1];
  expect(rects).toEqual([
    { colour: strongest, x: 0, y: 8, width: 19, height: 78 },
    { colour: strongest, x: 20, y: 8, width: 29, height: 78 },
  ]);
});

test('narrow cells have no gaps, lie on whole device pixels, and never vanish', () => {
  const rects = filled(
    { ends: column(10, 10.2), lows: column(0, 0), highs: column(1, 1), counts: column(1, 4), stepMs: 0.2 },
    2
  );
  expect(rects).toHaveLength(2);
  for (const { x, width } of rects) {
    expect(x * 2).toBe(Math.round(x * 2));
    expect(width).toBe(0.5);
  }
});

test('cells outside of the plot are not drawn', () => {
  const one = { lows: column(0), highs: column(1), counts: column(1), stepMs: 10 };
  expect(filled({ ...one, ends: column(-10) }, 1)).toEqual([]);
  expect(filled({ ...one, ends: column(230) }, 1)).toEqual([]);
});
