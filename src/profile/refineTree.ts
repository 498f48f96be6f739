import type { CallTree, FunctionIndex, NodeIndex } from './callTree';
import { isCut, knownBelow } from './cuts';
import { placeOf } from './functionInterner';
import type { FunctionTable } from './functionTable';
import { nodeByPath, pathOf } from './nodePath';

/** What totals of one place may differ by through rounding, as a part of the total. */
const ROUNDING = 1e-9;

/**
 * The tree with what lies below one place in more detail. The place is `at`, or its caller where `at` stands for cut
 * functions. `finer` is an answer whose stacks begin with the place's path; where it has other stacks too, they are
 * passed over.
 *
 * Everything outside of the place keeps its value, its order and its function, and so does the place itself: what the
 * eye rests on does not move. Where the finer answer has another total there, because data came in between, its values
 * are scaled to that of the tree, on each side of a comparison by itself; where it has no value at all, the place's own
 * becomes self value. What the finer answer cut is marked as cut.
 *
 * Gives the very same tree where the answer tells no more: the place is not in it, or it names no more callees than the
 * tree does. Linear in both.
 *
 * @throws RangeError if one of the two is a comparison and the other is not
 */
export function refineTree(tree: CallTree, at: NodeIndex, finer: CallTree): CallTree {
  if ((tree.right === undefined) !== (finer.right === undefined)) {
    throw new RangeError('A comparison is refined by a comparison, and no other tree is.');
  }
  const place = isCut(tree, at) ? tree.parent[at] : at;
  const source = nodeByPath(finer, pathOf(tree, place));
  if (source === undefined || knownBelow(finer, source) <= knownBelow(tree, place)) {
    return tree;
  }
  const oldEnd = tree.subtreeEnd[place];
  const sourceEnd = finer.subtreeEnd[source];
  const grown = sourceEnd - source - (oldEnd - place);
  const { functions, funcs } = withFunctionsOf(tree.functions, finer.functions);

  const length = tree.length + grown;
  const parent = new Int32Array(length);
  const subtreeEnd = new Uint32Array(length);
  const func = new Uint32Array(length);
  for (let node = 0; node < tree.length; node++) {
    if (node > place && node < oldEnd) {
      continue;
    }
    const moved = node < oldEnd ? node : node + grown;
    parent[moved] = tree.parent[node] < oldEnd ? tree.parent[node] : tree.parent[node] + grown;
    subtreeEnd[moved] = tree.subtreeEnd[node] >= oldEnd ? tree.subtreeEnd[node] + grown : tree.subtreeEnd[node];
    func[moved] = tree.func[node];
  }
  for (let node = source + 1; node < sourceEnd; node++) {
    const moved = node - source + place;
    parent[moved] = finer.parent[node] - source + place;
    subtreeEnd[moved] = finer.subtreeEnd[node] - source + place;
    func[moved] = funcs[finer.func[node]];
  }

  const sideOf = (side: Side, finerSide: Side) => {
    const total = spliced(side.total, finerSide.total, { place, oldEnd, source, sourceEnd });
    const self = spliced(side.self, finerSide.self, { place, oldEnd, source, sourceEnd });
    const [kept, found] = [side.total[place], finerSide.total[source]];
    if (found === 0 && kept !== 0) {
      self[place] = kept;
    } else if (Math.abs(kept - found) > Math.abs(kept) * ROUNDING) {
      for (let node = place; node < oldEnd + grown; node++) {
        total[node] *= kept / found;
        self[node] *= kept / found;
      }
    }
    total[place] = kept;
    return { total, self };
  };
  const truncated = [
    ...(tree.truncated ?? []).filter((node) => node < place),
    ...(finer.truncated ?? []).filter((node) => node > source && node < sourceEnd).map((node) => node - source + place),
    ...(tree.truncated ?? []).filter((node) => node >= oldEnd).map((node) => node + grown),
  ];
  return {
    length,
    parent,
    subtreeEnd,
    func,
    ...sideOf(tree, finer),
    functions,
    unit: tree.unit,
    ...(tree.right === undefined || finer.right === undefined ? {} : { right: sideOf(tree.right, finer.right) }),
    ...(truncated.length === 0 ? {} : { truncated: Uint32Array.from(truncated) }),
  };
}

interface Side {
  readonly total: Float64Array;
  readonly self: Float64Array;
}

/** A column of the tree with the subtree at `place` taken from the finer tree's. */
function spliced(
  column: Float64Array,
  finer: Float64Array,
  { place, oldEnd, source, sourceEnd }: { place: number; oldEnd: number; source: number; sourceEnd: number }
): Float64Array {
  const grown = sourceEnd - source - (oldEnd - place);
  const result = new Float64Array(column.length + grown);
  result.set(column.subarray(0, place));
  result.set(finer.subarray(source, sourceEnd), place);
  result.set(column.subarray(oldEnd), oldEnd + grown);
  return result;
}

/**
 * The functions of `table`, where they are, and after them those that only `more` has, by name. FunctionIndex of
 * `more` -> FunctionIndex of the result.
 */
function withFunctionsOf(table: FunctionTable, more: FunctionTable) {
  const byName = new Map<string, FunctionIndex>();
  for (let func = table.length - 1; func > 0; func--) {
    byName.set(table.names[func], func);
  }
  const funcs = new Uint32Array(more.length);
  const added: FunctionIndex[] = [];
  for (let func = 1; func < more.length; func++) {
    let found = byName.get(more.names[func]);
    if (found === undefined) {
      found = table.length + added.push(func) - 1;
      byName.set(more.names[func], found);
    }
    funcs[func] = found;
  }
  return { functions: added.length === 0 ? table : extended(table, more, added), funcs };
}

function extended(table: FunctionTable, more: FunctionTable, added: readonly FunctionIndex[]): FunctionTable {
  const length = table.length + added.length;
  const names = [...table.names, ...added.map((func) => more.names[func])];
  if (table.file === undefined && more.file === undefined) {
    return { length, names };
  }
  const files = [...(table.files ?? [])];
  const fileIndex = new Map(files.map((path, index) => [path, index]));
  const file = new Int32Array(length).fill(-1);
  const startLine = new Int32Array(length);
  file.set(table.file ?? []);
  startLine.set(table.startLine ?? []);
  added.forEach((func, at) => {
    const place = placeOf(more, func);
    if (place !== undefined) {
      const index = fileIndex.get(place.file) ?? files.push(place.file) - 1;
      fileIndex.set(place.file, index);
      file[table.length + at] = index;
      startLine[table.length + at] = place.startLine;
    }
  });
  return { length, names, file, files, startLine };
}
