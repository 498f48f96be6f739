import { assertNever } from '../../base/assertNever';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import type { ChangeBy } from '../../profile/diffChange';
import type { FunctionMatch } from '../../profile/filters/stackFilter';
import { boxColours, type ColourKey, colourKey, type ColourScheme } from './boxColours';
import { displayName } from './displayName';
import { FIRST_VALUE, GONE, NEW, UNCHANGED, VALUE_STEPS } from './palette';
import { VALUE_BOUNDS } from './valueColour';
import { children } from './walk';

/** What one colour of a picture means. */
export interface LegendEntry {
  readonly label: string;
  /** Index into a palette's fills. */
  readonly colour: number;
  /** What was spent in all boxes of the entry themselves, in the tree's unit; of a comparison on both sides together. */
  readonly self: number;
  /** `self` as a part of the whole profile, 0 to 1. */
  readonly share: number;
  /** The functions of the entry, where a filter can be about them. */
  readonly match?: FunctionMatch;
}

/**
 * What the colours of a tree's picture mean, largest first, at most `limit` entries; those of a scale ("value", "diff")
 * in the order of the scale. Linear in nodes, and in names for those that spend anything.
 */
export function colourLegend(
  tree: CallTree,
  scheme: ColourScheme,
  limit: number,
  by: ChangeBy = 'share'
): readonly LegendEntry[] {
  switch (scheme) {
    case 'package':
    case 'function':
    case 'file':
      return functionLegend(tree, scheme, limit);
    case 'label':
      return groupLegend(tree, limit);
    case 'value':
    case 'diff':
      return scaleLegend(tree, scheme, by).slice(0, limit);
    default:
      return assertNever(scheme);
  }
}

function functionLegend(tree: CallTree, scheme: 'package' | 'function' | 'file', limit: number): LegendEntry[] {
  const selves = new Float64Array(tree.functions.length);
  for (let node = 1; node < tree.length; node++) {
    selves[tree.func[node]] += selfOf(tree, node);
  }
  const sums = new Map<string, { readonly key: ColourKey; self: number }>();
  for (let func = 0; func < selves.length; func++) {
    if (selves[func] === 0) {
      continue;
    }
    const key = colourKey(tree, func, scheme);
    const id = `${key.kind} ${key.name}`;
    const sum = sums.get(id);
    if (sum === undefined) {
      sums.set(id, { key, self: selves[func] });
    } else {
      sum.self += selves[func];
    }
  }
  const whole = wholeOf(tree);
  const entries = [...sums.values()].map(({ key: { kind, name, colour }, self }): LegendEntry => {
    const share = shareOf(self, whole);
    return kind === 'file' && name === ''
      ? { label: 'file unknown', colour, self, share }
      : { label: displayName(name), colour, self, share, match: { by: kind, value: name } };
  });
  return largestFirst(entries, limit);
}

function groupLegend(tree: CallTree, limit: number): LegendEntry[] {
  const colourOf = boxColours(tree, 'label');
  const whole = wholeOf(tree);
  const entries = [...children(tree, ROOT)].map((node): LegendEntry => {
    const self = Math.abs(tree.total[node]) + Math.abs(tree.right?.total[node] ?? 0);
    const name = tree.functions.names[tree.func[node]];
    return {
      label: displayName(name),
      colour: colourOf(node),
      self,
      share: shareOf(self, whole),
      match: { by: 'function', value: name },
    };
  });
  return largestFirst(entries, limit);
}

/** One entry a step, from much to little and from new to gone, steps that no box has included. */
function scaleLegend(tree: CallTree, scheme: 'value' | 'diff', by: ChangeBy): LegendEntry[] {
  const colourOf = boxColours(tree, scheme, by);
  const selves = new Float64Array(NEW + 1);
  for (let node = 1; node < tree.length; node++) {
    selves[colourOf(node)] += selfOf(tree, node);
  }
  const whole = wholeOf(tree);
  const entry = (label: string, colour: number, ...others: readonly number[]): LegendEntry => {
    const self = [colour, ...others].reduce((sum, index) => sum + selves[index], 0);
    return { label, colour, self, share: shareOf(self, whole) };
  };
  return scheme === 'value'
    ? Array.from({ length: VALUE_STEPS }, (_, at) => {
        const step = VALUE_STEPS - 1 - at;
        return entry(boundLabel(step), FIRST_VALUE + step);
      })
    : [
        entry('new', NEW),
        entry('more than doubled', UNCHANGED + 5, UNCHANGED + 4, UNCHANGED + 6),
        entry('up to doubled', UNCHANGED + 2, UNCHANGED + 1, UNCHANGED + 3),
        entry('unchanged', UNCHANGED),
        entry('down to half', UNCHANGED - 2, UNCHANGED - 1, UNCHANGED - 3),
        entry('less than half', UNCHANGED - 5, UNCHANGED - 4, UNCHANGED - 6),
        entry('gone', GONE),
      ];
}

function boundLabel(step: number): string {
  const percent = (share: number) => `${Number((100 * share).toFixed(1))}%`;
  return step === 0 ? `below ${percent(VALUE_BOUNDS[1])}` : `from ${percent(VALUE_BOUNDS[step])}`;
}

function largestFirst(entries: readonly LegendEntry[], limit: number): LegendEntry[] {
  return [...entries].sort((a, b) => b.self - a.self).slice(0, limit);
}

/** As wide as boxes are: both sides of a comparison together. */
function selfOf({ self, right }: CallTree, node: NodeIndex): number {
  return Math.abs(self[node]) + Math.abs(right?.self[node] ?? 0);
}

function wholeOf({ total, right }: CallTree): number {
  return Math.abs(total[ROOT]) + Math.abs(right?.total[ROOT] ?? 0);
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
