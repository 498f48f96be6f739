/** The row that a key leads to; undefined for keys that are no steps, and where there are no rows. `page`: how many rows can be seen at once. */
export function rowMove(key: string, row: number, count: number, page: number): number | undefined {
  const to = target(key, row, count, Math.max(1, page - 1));
  return to === undefined || count === 0 ? undefined : Math.max(0, Math.min(to, count - 1));
}

function target(key: string, row: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return row - 1;
    case 'ArrowDown':
      return row + 1;
    case 'PageUp':
      return row - page;
    case 'PageDown':
      return row + page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
