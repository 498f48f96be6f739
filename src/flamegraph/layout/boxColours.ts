import { assertNever } from '../../base/assertNever';
import { type FunctionIndex, type NodeIndex, ROOT } from '../../profile/callTree';
import type { CallTree } from '../../profile/callTree';
import { HUES, NEUTRAL, SHADES } from './palette';
import { parseSymbol } from '../../profile/symbols/parseSymbol';

/** What boxes of one colour have in common. */
export type ColourScheme = 'package' | 'function';

const UNKNOWN = 255;

/**
 * NodeIndex -> colour index. A name has the same colour in every profile. Colours are worked out when they are first
 * asked for: a picture shows few of the functions that a large profile has.
 */
export function boxColours(tree: CallTree, scheme: ColourScheme): (node: NodeIndex) => number {
  const known = new Uint8Array(tree.functions.length).fill(UNKNOWN);
  return (node) => {
    if (node === ROOT) {
      return NEUTRAL;
    }
    const func = tree.func[node];
    if (known[func] === UNKNOWN) {
      known[func] = colourOfFunction(tree, func, scheme);
    }
    return known[func];
  };
}

function colourOfFunction(tree: CallTree, func: FunctionIndex, scheme: ColourScheme): number {
  const { names, file, files } = tree.functions;
  const name = names[func];
  switch (scheme) {
    case 'package': {
      const symbol = parseSymbol(name, files?.[file?.[func] ?? -1]);
      return colourIndex(symbol.family, symbol.package === '' ? name : symbol.package);
    }
    case 'function':
      return colourIndex(name, name);
    default:
      return assertNever(scheme);
  }
}

/** The family gives the hue, the member its shade. */
export function colourIndex(family: string, member: string): number {
  return 1 + (hash(family, SEED) % HUES) * SHADES + (hash(member, ~SEED) % SHADES);
}

/**
 * Where the hash starts. Any number would do; with this one the packages that most programs of a language share (main,
 * runtime, net, encoding, crypto, sync; java/util, java/lang, java/io; ...) get hues that are far from each other.
 */
const SEED = 4_914_770;

/** FNV-1a over UTF-16 units, its bits then mixed so that remainders are even. Source: Fowler, Noll and Vo. */
function hash(text: string, seed: number): number {
  let h = seed;
  for (let at = 0; at < text.length; at++) {
    h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
