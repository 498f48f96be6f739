import { DecodeError } from '../base/decodeError';
import { ROOT_NAME, type CallTree } from './callTree';

/** Bars of a flame graph, level by level, each level from left to right. */
export interface Bars {
  /** Numbers a bar: x, total, self, name, or x, total, self of two sides and the name. */
  readonly group: 4 | 7;
  /** All bars' numbers. Each x counts from the end of the bar before it in its level, on its side. */
  readonly values: Float64Array;
  /** Level -> its first bar, and after the last level the number of bars. */
  readonly levelStarts: Uint32Array;
  readonly names: readonly string[];
}

/**
 * Finds each bar's caller, which is the bar of the level above that it stands under, and puts the bars in pre-order.
 *
 * A comparison's two sides are laid side by side for that, by the sums of their x and totals: a bar that is empty on
 * one side has a width on the other.
 *
 * @throws DecodeError 'flame graph', with the bar's number in level order as offset
 */
export function levelsToTree(bars: Bars): Omit<CallTree, 'unit' | 'truncated'> {
  const { group, values, names } = bars;
  const length = Math.max(1, values.length / group);
  const left = { total: new Float64Array(length), self: new Float64Array(length) };
  const right = { total: new Float64Array(length), self: new Float64Array(length) };
  const isDiff = group === 7;

  const caller = findCallers(bars);
  const size = new Uint32Array(length).fill(1);
  for (let bar = length - 1; bar > 0; bar--) {
    size[caller[bar]] += size[bar];
  }

  const parent = new Int32Array(length).fill(-1);
  const subtreeEnd = new Uint32Array(length);
  const func = new Uint32Array(length);
  const place = new Uint32Array(length);
  /** Bar -> place of its next child. */
  const cursor = new Uint32Array(length);
  for (let bar = 0; bar < length; bar++) {
    let at = 0;
    if (bar > 0) {
      const above = caller[bar];
      at = cursor[above];
      cursor[above] += size[bar];
      parent[at] = place[above];
    }
    place[bar] = at;
    cursor[bar] = at + 1;
    subtreeEnd[at] = at + size[bar];
    if (values.length > 0) {
      const from = bar * group;
      const name = values[from + group - 1];
      if (!(name >= 0 && name < names.length)) {
        throw new DecodeError('flame graph', bar, `there is no name ${name}`);
      }
      func[at] = bar === 0 ? 0 : name + 1;
      left.total[at] = values[from + 1];
      left.self[at] = values[from + 2];
      if (isDiff) {
        right.total[at] = values[from + 4];
        right.self[at] = values[from + 5];
      }
    }
  }
  refuseOverfull(parent, left);
  if (isDiff) {
    refuseOverfull(parent, right);
  }
  return {
    length,
    parent,
    subtreeEnd,
    func,
    ...left,
    // The root has function 0 for itself alone.
    functions: { length: names.length + 1, names: [ROOT_NAME, ...names] },
    ...(isDiff ? { right } : {}),
  };
}

/** Bar -> the bar that it stands under. */
function findCallers({ group, values, levelStarts }: Bars): Uint32Array {
  const bars = values.length / group;
  const caller = new Uint32Array(Math.max(1, bars));
  const x = new Float64Array(bars);
  const end = new Float64Array(bars);
  if (bars > 0 && levelStarts[1] !== 1) {
    throw new DecodeError('flame graph', 0, `level 0 has ${levelStarts[1]} bars where one belongs`);
  }
  for (let level = 0; level + 1 < levelStarts.length; level++) {
    const last = levelStarts[level] - 1;
    let above = level === 0 ? 0 : levelStarts[level - 1];
    let at = 0;
    for (let bar = levelStarts[level]; bar < levelStarts[level + 1]; bar++) {
      const from = bar * group;
      let gap = values[from];
      let width = values[from + 1];
      if (gap < 0 || width < 0) {
        throw new DecodeError('flame graph', bar, 'a bar has a negative offset or total');
      }
      if (group === 7) {
        if (values[from + 3] < 0 || values[from + 4] < 0) {
          throw new DecodeError('flame graph', bar, 'a bar has a negative offset or total');
        }
        gap += values[from + 3];
        width += values[from + 4];
      }
      x[bar] = at + gap;
      end[bar] = x[bar] + width;
      at = end[bar];
      if (level === 0) {
        continue;
      }
      while (above < last && x[above + 1] <= x[bar]) {
        above++;
      }
      if (above > last || x[bar] < x[above] || end[bar] > end[above] + slack(end[0])) {
        throw new DecodeError('flame graph', bar, 'a bar does not stand under a bar of the level above');
      }
      caller[bar] = above;
    }
  }
  return caller;
}

function refuseOverfull(parent: Int32Array, side: { total: Float64Array; self: Float64Array }): void {
  const held = side.self.slice();
  for (let node = held.length - 1; node >= 0; node--) {
    if (side.self[node] < 0 || held[node] > side.total[node] + slack(side.total[0])) {
      throw new DecodeError('flame graph', node, 'a bar holds more than its total');
    }
    if (node > 0) {
      held[parent[node]] += side.total[node];
    }
  }
}

/** What sums of doubles up to `total` can be off by. Below one half, so that integers are exact, up to 2^49. */
function slack(total: number): number {
  return total * 2 ** -50;
}
