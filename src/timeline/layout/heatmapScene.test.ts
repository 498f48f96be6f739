import { epochMs } from '../../base/units';
import { HEAT_LEVELS, heatColours } from './heatColours';
import type { HeatmapCells } from './heatmapCells';
import { cellRect, heatmapScene } from './heatmapScene';

const formats = {
  time: { utcOffset: () => 0, label: (time: number) => `${time}` },
  value: (value: number) => `${value} s`,
  valueBase: 10 as const,
};
/** Too narrow for labels of values: a pixel is a millisecond. */
const space = {
  span: { from: epochMs(0), to: epochMs(200) },
  width: 200,
  height: 50,
  formats,
  measure: (text: string) => text.length * 6,
};
const cells: HeatmapCells = {
  ends: Float64Array.of(10, 20, 20),
  lows: Float64Array.of(0, 0, 50),
  highs: Float64Array.of(50, 50, 100),
  counts: Float64Array.of(100, 1, 25),
  stepMs: 20,
};

test('a cell lies before the end of its slot, between the bounds of its bucket', () => {
  const { boxes, plot } = heatmapScene(cells, space);
  const middle = plot.top + plot.height / 2;
  expect([boxes.left[0], boxes.right[0], boxes.top[0], boxes.bottom[0]]).toEqual([
    0,
    20,
    middle,
    plot.top + plot.height,
  ]);
  expect([boxes.top[1], boxes.bottom[1]]).toEqual([plot.top, middle]);
});

test('the most frequent is drawn last, in the strongest colour; rare ones are not lost beside it', () => {
  const { boxes, counts } = heatmapScene(cells, space);
  expect(counts).toEqual({ least: 1, most: 100 });
  expect(Array.from(boxes.level)).toEqual([
    Math.round(0.1 * (HEAT_LEVELS - 1)),
    Math.round(0.5 * (HEAT_LEVELS - 1)),
    HEAT_LEVELS - 1,
  ]);
});

test('the outline of a cell stays within the plot', () => {
  const { plot } = heatmapScene(cells, space);
  expect(cellRect(cells, 0, plot)).toEqual({
    left: 0,
    top: plot.top + plot.height / 2,
    width: 10,
    height: plot.height / 2,
  });
});

test('a heatmap without cells has axes and nothing else', () => {
  const none = new Float64Array(0);
  const scene = heatmapScene({ ends: none, lows: none, highs: none, counts: none, stepMs: 10 }, space);
  expect(scene.boxes.level).toHaveLength(0);
  expect(scene.counts).toEqual({ least: 0, most: 0 });
  expect(scene.valueTicks.length).toBeGreaterThan(0);
});

/** Relative luminance of WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-relative-luminance). */
function luminance(colour: string): number {
  const [r, g, b] = (colour.match(/\d+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('more is always brighter on dark and darker on light, for those who see no colours, too', () => {
  const onDark = heatColours(true).map(luminance);
  const onLight = heatColours(false).map(luminance);
  expect(onDark).toEqual([...onDark].sort((a, b) => a - b));
  expect(onLight).toEqual([...onLight].sort((a, b) => b - a));
  expect(new Set(onDark).size).toBe(HEAT_LEVELS);
});
