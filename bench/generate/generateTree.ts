import type { CallTree } from '../../src/profile/callTree';
import { functionNames } from './functionNames';
import { createRandom } from './random';

export interface TreeShape {
  readonly nodes: number;
  /** Most levels below the root. */
  readonly depth: number;
  readonly seed: number;
}

/** What one sample stands for: CPU profilers stop a program a hundred times a second. */
const SAMPLE_NANOSECONDS = 10_000_000;
/** Exponent of the Pareto distribution of samples: a few stacks have most of them. */
const PARETO = 1.2;
const RECURSION = 0.05;
/** Levels that nearly all stacks share. */
const STEM = 4;
/** How often a stack grows until it is as deep as it is to be, and how often it then falls far back. */
const DOWN = 0.8;
const FAR_FALL = 0.06;
/** Every so many nodes, one has a hundredth of all nodes as its children. */
const WIDE_NODES = 20;

/**
 * A call tree as large profiles are: few functions used much and many little, some of them calling themselves, stacks
 * that grow and fall back by small steps and now and then by large ones, a few nodes with very many children, and the
 * time spent unevenly. Siblings are different functions.
 */
export function generateTree({ nodes, depth, seed }: TreeShape): CallTree {
  const random = createRandom(seed);
  const names = functionNames(Math.max(50, Math.round(nodes ** 0.75)), seed);
  const parent = new Int32Array(nodes);
  const func = new Uint32Array(nodes);
  const self = new Float64Array(nodes);
  const children = new Uint32Array(nodes);
  const path = [0];
  parent[0] = -1;
  let wideLeft = 0;
  const widePause = Math.max(100, Math.floor(nodes / WIDE_NODES));
  let nextWide = Math.floor(widePause / 2);
  const newTarget = () => Math.max(STEM + 2, depth * (0.3 + 0.7 * random()));
  const fallBack = () => {
    path.length = Math.max(Math.min(STEM, path.length), path.length - Math.ceil(random() ** -0.7));
  };
  let target = newTarget();

  for (let node = 1; node < nodes; node++) {
    if (node >= nextWide && path.length > 5) {
      wideLeft = Math.floor(nodes / 100);
      nextWide = node + wideLeft + widePause;
      path.length = Math.min(path.length, depth);
    } else if (wideLeft > 0) {
      wideLeft--;
      path.pop();
    } else if (path.length >= target) {
      if (random() < FAR_FALL) {
        path.length = Math.max(STEM, Math.floor(random() * path.length));
        target = newTarget();
      } else {
        fallBack();
      }
    } else if (random() > DOWN) {
      fallBack();
    }
    const above = path[path.length - 1];
    parent[node] = above;
    func[node] = calleeOf(func[above], children[above]++, names.length, random() < RECURSION);
    path.push(node);
  }
  for (let node = 1; node < nodes; node++) {
    if (children[node] === 0 || random() < 0.2) {
      self[node] = Math.ceil((1 - random() * 0.999_999) ** (-1 / PARETO)) * SAMPLE_NANOSECONDS;
    }
  }
  return finish(nodes, parent, func, self, names);
}

/**
 * The function of a node's child number `ordinal`. Different ordinals give different functions. The first child may be
 * the caller itself; where the others would be, the last function stands in.
 */
function calleeOf(caller: number, ordinal: number, functions: number, isRecursive: boolean): number {
  if (isRecursive && ordinal === 0 && caller > 0) {
    return caller;
  }
  const callable = functions - 2;
  const mixed = Math.imul(caller ^ 0x9e3779b9, 0x85ebca6b) >>> 8;
  // The cube makes low numbers much more frequent than high ones.
  const first = Math.floor(((mixed % 65_536) / 65_536) ** 3 * callable);
  const callee = 1 + ((first + ordinal) % callable);
  return callee === caller ? functions - 1 : callee;
}

function finish(
  length: number,
  parent: Int32Array,
  func: Uint32Array,
  self: Float64Array,
  names: readonly string[]
): CallTree {
  const total = self.slice();
  const subtreeEnd = Uint32Array.from(parent, (_, node) => node + 1);
  for (let node = length - 1; node > 0; node--) {
    total[parent[node]] += total[node];
    subtreeEnd[parent[node]] = Math.max(subtreeEnd[parent[node]], subtreeEnd[node]);
  }
  const functions = { length: names.length, names };
  return { length, parent, subtreeEnd, func, total, self, functions, unit: 'nanoseconds' };
}
