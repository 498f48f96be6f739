import { cellAt, cellsOfSlot, exemplarsByCell, slotsOfCells, valuesOfCells, type HeatmapCells } from './heatmapCells';

/** Slots of ten milliseconds, buckets of ten; a line a cell: end of the slot, lower bound, count. */
function cells(...rows: Array<[end: number, low: number, count: number]>): HeatmapCells {
  return {
    ends: Float64Array.from(rows, ([end]) => end),
    lows: Float64Array.from(rows, ([, low]) => low),
    highs: Float64Array.from(rows, ([, low]) => low + 10),
    counts: Float64Array.from(rows, ([, , count]) => count),
    stepMs: 10,
  };
}

const some = cells([10, 0, 5], [10, 20, 7], [40, 10, 1]);

test('a slot reaches from the end of the one before, without it, to its own end', () => {
  expect(cellsOfSlot(some, 10)).toEqual({ start: 0, end: 2 });
  expect(cellsOfSlot(some, 0.5)).toEqual({ start: 0, end: 2 });
  expect(cellsOfSlot(some, 35)).toEqual({ start: 2, end: 3 });
  for (const empty of [0, 10.5, 30, 41]) {
    const { start, end } = cellsOfSlot(some, empty);
    expect(end - start).toBe(0);
  }
});

test('a cell holds its lower bound and not its upper one', () => {
  expect(cellAt(some, 5, 0)).toBe(0);
  expect(cellAt(some, 5, 10)).toBe(-1);
  expect(cellAt(some, 5, 20)).toBe(1);
  expect(cellAt(some, 5, 30)).toBe(-1);
  expect(cellAt(some, 20, 5)).toBe(-1);
});

test('the largest profile of all belongs to the highest bucket, whose upper bound was rounded', () => {
  const largest = { time: 9, value: 30.4, labels: [] };
  expect(exemplarsByCell(some, [largest]).get(1)).toEqual([largest]);
});

test('a cursor stops at every slot that holds something', () => {
  expect(Array.from(slotsOfCells(some).timestamps)).toEqual([10, 40]);
});

test('the axis covers all buckets, and is there without any', () => {
  expect(valuesOfCells(some)).toEqual({ low: 0, high: 30 });
  expect(valuesOfCells(cells())).toEqual({ low: 0, high: 1 });
});

test('exemplars are found in their cells, the largest first, and those of no cell in none', () => {
  const exemplar = (time: number, value: number) => ({ time, value, labels: [] });
  const byCell = exemplarsByCell(some, [exemplar(9, 22), exemplar(3, 28), exemplar(35, 11), exemplar(25, 11)]);
  expect([...byCell].map(([cell, list]) => [cell, list.map(({ value }) => value)])).toEqual([
    [1, [28, 22]],
    [2, [11]],
  ]);
});
