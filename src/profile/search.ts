import type { CallTree, NodeIndex } from './callTree';
import type { FunctionTable } from './functionTable';
import { functionPackages } from './symbols/functionPackages';

/** What to look for in functions, in upper or lower case alike. */
export interface SearchQuery {
  readonly text: string;
  /** `regex`: a regular expression of JavaScript's. */
  readonly kind: 'literal' | 'regex';
  /** Where to look: in the function's source file, or in its package. Absent: in its name. */
  readonly in?: 'file' | 'package';
}

export interface FunctionMatches {
  /** FunctionIndex -> 1 where the function matches, else 0. */
  readonly flags: Uint8Array;
  /** Number of functions that match. */
  readonly count: number;
  /** Why nothing matches: the regular expression cannot be read. For people. */
  readonly problem?: string;
}

/**
 * The functions whose names, files or packages match. An empty query matches none, and neither does the root, which is
 * no function. A text alone is looked for literally, in names.
 */
export function searchFunctions(functions: FunctionTable, query: SearchQuery | string): FunctionMatches {
  const { text, kind, in: where } = typeof query === 'string' ? literally(query) : query;
  const flags = new Uint8Array(functions.length);
  if (text === '') {
    return { flags, count: 0 };
  }
  try {
    const isMatch = matcherOf(text, kind);
    if (where === 'file') {
      return inFiles(functions, isMatch);
    }
    const texts = where === 'package' ? functionPackages(functions).packages : functions.names;
    let count = 0;
    for (let func = 1; func < functions.length; func++) {
      if (isMatch(texts[func])) {
        flags[func] = 1;
        count++;
      }
    }
    return { flags, count };
  } catch (error) {
    // Some patterns are found to be too large only when they are used first.
    const problem = `This is no regular expression that can be used: ${String(error).slice(0, LONGEST_PROBLEM)}`;
    return { flags: new Uint8Array(functions.length), count: 0, problem };
  }
}

const LONGEST_PROBLEM = 300;
/** Texts that are longer make regular expressions that are too large for the browser. */
const LONGEST_LITERAL = 10_000;

/** @throws SyntaxError, here or at its first use, for what is no regular expression or too large a one */
function matcherOf(text: string, kind: SearchQuery['kind']): (candidate: string) => boolean {
  if (kind === 'literal' && text.length > LONGEST_LITERAL) {
    const lowered = text.toLowerCase();
    return (candidate) => candidate.length >= text.length && candidate.toLowerCase().includes(lowered);
  }
  const pattern = new RegExp(kind === 'regex' ? text : text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
  return (candidate) => pattern.test(candidate);
}

function literally(text: string): SearchQuery {
  return { text, kind: 'literal' };
}

/** Each file is looked at once: it has many functions. */
function inFiles({ length, file, files }: FunctionTable, matches: (text: string) => boolean): FunctionMatches {
  const flags = new Uint8Array(length);
  const isMatch = (files ?? []).map(matches);
  let count = 0;
  for (let func = 1; file !== undefined && func < length; func++) {
    if (isMatch[file[func]]) {
      flags[func] = 1;
      count++;
    }
  }
  return { flags, count };
}

export interface SearchTotals {
  /** Number of nodes that match. */
  readonly nodes: number;
  /** Value of all stacks that hold a match, each stack once, however many matches it has. */
  readonly total: number;
  /** `total` as a part of the whole profile, 0 to 1; 0 where the profile is empty. */
  readonly share: number;
  /** For a comparison: the same of the second side. */
  readonly right?: { readonly total: number; readonly share: number };
}

/** How much of a profile the matches are. Linear in nodes: a match's subtree is counted once, at its top. */
export function searchTotals(tree: CallTree, { flags }: FunctionMatches): SearchTotals {
  const { length, func, subtreeEnd } = tree;
  let nodes = 0;
  let total = 0;
  let rightTotal = 0;
  let countedUntil = 0;
  for (let node = 1; node < length; node++) {
    if (flags[func[node]] === 0) {
      continue;
    }
    nodes++;
    if (node >= countedUntil) {
      countedUntil = subtreeEnd[node];
      total += tree.total[node];
      rightTotal += tree.right?.total[node] ?? 0;
    }
  }
  return {
    nodes,
    total,
    share: shareOf(total, tree.total[0]),
    ...(tree.right === undefined
      ? {}
      : { right: { total: rightTotal, share: shareOf(rightTotal, tree.right.total[0]) } }),
  };
}

/** The nodes that match, ascending: in the order in which they are drawn, row by row of a depth-first walk. */
export function matchingNodes({ length, func }: CallTree, { flags }: FunctionMatches): Uint32Array {
  const nodes: NodeIndex[] = [];
  for (let node = 1; node < length; node++) {
    if (flags[func[node]] === 1) {
      nodes.push(node);
    }
  }
  return Uint32Array.from(nodes);
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
