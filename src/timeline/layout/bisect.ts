/** First index of the ascending `column` whose entry is at least `value`; `column.length` if there is none. */
export function bisectLeft(column: Float64Array, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Index of the entry nearest to `value` in the ascending `column`, the earlier one of two as near; -1 if it is empty. */
export function nearestIndex(column: Float64Array, value: number): number {
  const after = bisectLeft(column, value);
  if (after === 0) {
    return column.length === 0 ? -1 : 0;
  }
  return after < column.length && column[after] - value < value - column[after - 1] ? after : after - 1;
}
