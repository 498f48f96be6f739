import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { colourIndex } from './colourIndex';
import { HUES, NEUTRAL, SHADES } from './palette';
import { lowerBound } from './sortedColumn';
import { children } from './walk';

/**
 * NodeIndex -> colour index, for a profile whose root's children are the values of a label: all that is below one has
 * its colour. A value keeps its colour as long as the others stay the same; no two share one while there are enough.
 */
export function groupColours(tree: CallTree): (node: NodeIndex) => number {
  const groups = Uint32Array.from(children(tree, ROOT));
  const colours = new Uint8Array(groups.length);
  const nameOf = (at: number) => tree.functions.names[tree.func[groups[at]]];
  const taken = new Set<number>();
  const byName = [...groups.keys()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  for (const at of byName) {
    colours[at] = freeColour(colourIndex(nameOf(at), nameOf(at)), taken);
    taken.add(colours[at]);
  }
  return (node) => (node === ROOT ? NEUTRAL : colours[lowerBound(groups, node + 1) - 1]);
}

/** The wanted colour if it is free, else one of another hue before one of another shade. */
function freeColour(wanted: number, taken: ReadonlySet<number>): number {
  const hue = Math.floor((wanted - 1) / SHADES);
  const shade = (wanted - 1) % SHADES;
  for (let shift = 0; shift < HUES * SHADES; shift++) {
    const candidate = 1 + ((hue + shift) % HUES) * SHADES + ((shade + Math.floor(shift / HUES)) % SHADES);
    if (!taken.has(candidate)) {
      return candidate;
    }
  }
  return wanted;
}
