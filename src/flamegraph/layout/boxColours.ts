import { assertNever } from '../../base/assertNever';
import { type CallTree, type FunctionIndex, type NodeIndex, ROOT } from '../../profile/callTree';
import type { ChangeBy } from '../../profile/diffChange';
import { functionSymbol } from '../../profile/symbols/functionSymbol';
import { colourIndex } from './colourIndex';
import { diffColour } from './diffColour';
import { groupColours } from './groupColours';
import { NEUTRAL } from './palette';
import { sliverChange } from './sliverChange';
import type { TreeLayout } from './treeLayout';
import { valueColour } from './valueColour';

/** What boxes of one colour have in common; `diff` is for comparisons, where it is the default. */
export type ColourScheme = 'package' | 'function' | 'file' | 'value' | 'label' | 'diff';

/** The scheme that a tree is drawn in: the chosen one where the tree has what it needs, a comparison by its change. */
export function schemeOf(tree: CallTree, chosen?: ColourScheme): ColourScheme {
  if (tree.right === undefined) {
    return chosen === undefined || chosen === 'diff' ? 'package' : chosen;
  }
  return chosen ?? 'diff';
}

/** The colours of a picture: of each box, and where a scheme has one for them, of runs of boxes too narrow to draw. */
export function pictureColours(layout: TreeLayout, scheme: ColourScheme, by: ChangeBy = 'share') {
  return {
    colourOf: boxColours(layout.tree, scheme, by),
    sliverColourOf: scheme === 'diff' ? sliverChange(layout, by) : undefined,
  };
}

const UNKNOWN = 255;

/**
 * NodeIndex -> colour index. A name has the same colour in every profile. Colours are worked out when they are first
 * asked for: a picture shows few of the functions that a large profile has.
 */
export function boxColours(tree: CallTree, scheme: ColourScheme, by: ChangeBy = 'share'): (node: NodeIndex) => number {
  switch (scheme) {
    case 'package':
    case 'function':
    case 'file':
      return functionColours(tree, scheme);
    case 'value':
      return (node) => valueColour(tree, node);
    case 'label':
      return groupColours(tree);
    case 'diff':
      return (node) => diffColour(tree, node, by);
    default:
      return assertNever(scheme);
  }
}

function functionColours(tree: CallTree, scheme: 'package' | 'function' | 'file'): (node: NodeIndex) => number {
  const known = new Uint8Array(tree.functions.length).fill(UNKNOWN);
  return (node) => {
    if (node === ROOT) {
      return NEUTRAL;
    }
    const func = tree.func[node];
    if (known[func] === UNKNOWN) {
      known[func] = colourKey(tree, func, scheme).colour;
    }
    return known[func];
  };
}

/** What functions of one colour share, and that colour. */
export interface ColourKey {
  /** `file` is empty where the profile does not know a function's file. */
  readonly kind: 'package' | 'function' | 'file';
  readonly name: string;
  readonly colour: number;
}

/** By what a function is coloured. One without a package stands for itself. */
export function colourKey(tree: CallTree, func: FunctionIndex, scheme: 'package' | 'function' | 'file'): ColourKey {
  const { names, file, files } = tree.functions;
  const name = names[func];
  const path = files?.[file?.[func] ?? -1] ?? '';
  switch (scheme) {
    case 'package': {
      const symbol = functionSymbol(tree.functions, func);
      return symbol.package === ''
        ? { kind: 'function', name, colour: colourIndex(symbol.family, name) }
        : { kind: 'package', name: symbol.package, colour: colourIndex(symbol.family, symbol.package) };
    }
    case 'function':
      return { kind: 'function', name, colour: colourIndex(name, name) };
    case 'file':
      return {
        kind: 'file',
        name: path,
        colour: path === '' ? NEUTRAL : colourIndex(path.slice(0, path.lastIndexOf('/') + 1) || path, path),
      };
    default:
      return assertNever(scheme);
  }
}
