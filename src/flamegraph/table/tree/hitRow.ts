import type { OpenRows } from './openRows';
import type { TreeMatches } from './treeMatches';

/**
 * The next row that a search found, or the one before; from the other end on where there is none, undefined where there
 * is none at all. Opens the rows on the way that have hits below them.
 */
export function hitRow(rows: OpenRows, matches: TreeMatches, from: number, direction: 1 | -1): number | undefined {
  if (matches.hits === 0) {
    return undefined;
  }
  const step = direction === 1 ? rowAfter : rowBefore;
  let row = step(rows, matches, from);
  while (!matches.isHit(rows.nodeAt(row))) {
    row = step(rows, matches, row);
  }
  return row;
}

function rowAfter(rows: OpenRows, matches: TreeMatches, row: number): number {
  openWay(rows, matches, row);
  return row + 1 < rows.count ? row + 1 : 0;
}

function rowBefore(rows: OpenRows, matches: TreeMatches, row: number): number {
  let before = row > 0 ? row - 1 : rows.count - 1;
  for (let added = openWay(rows, matches, before); added > 0; added = openWay(rows, matches, before)) {
    before += added;
  }
  return before;
}

/** Opens a row that has hits below it; gives how many rows came. */
function openWay(rows: OpenRows, matches: TreeMatches, row: number): number {
  const count = rows.count;
  if (rows.isOpenAt(row) === false && matches.leadsToHit(rows.nodeAt(row))) {
    rows.open(row);
  }
  return rows.count - count;
}
