import { hottestPath } from './hottestPath';
import type { OpenRows } from './openRows';

/**
 * What a key does to the rows, as the WAI-ARIA authoring practices have it for a treegrid: right opens a row or leads to
 * its first child, left closes it or leads to its caller, * opens its siblings; and H opens the hottest path below it (h alone is the viewer's).
 * Returns the row that the keyboard is then on; undefined for keys that do nothing to rows.
 */
export function treeGridKey(key: string, rows: OpenRows, row: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      if (rows.isOpenAt(row) === true) {
        return row + 1;
      }
      rows.open(row);
      return row;
    case 'ArrowLeft':
      if (rows.isOpenAt(row) === true) {
        rows.close(row);
        return row;
      }
      return rows.parentRow(row);
    case '*': {
      const node = rows.nodeAt(row);
      rows.openSiblings(row);
      return rows.rowOf(node);
    }
    case 'H': {
      const path = hottestPath(rows.tree, rows.nodeAt(row));
      rows.openAll(path);
      return Math.max(row, rows.rowOf(path[path.length - 1]));
    }
    default:
      return undefined;
  }
}
