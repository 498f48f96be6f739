import type { SampleUnit } from '../base/sampleUnit';
import type { CallTree } from './callTree';
import { ROOT_NAME } from './callTree';
import { DEFAULT_MAX_NODES } from './profileQuery';
import { canBeTruncated, TRUNCATED_NAME, truncatedLeaves } from './truncation';
import { ByteReader } from './wire/byteReader';
import { GrowingFloat64, GrowingUint32 } from './wire/growingColumn';
import { NameInterner } from './wire/nameInterner';

export interface DecodeOptions {
  /** What the values are counted in: no format of the backend says it. */
  readonly unit: SampleUnit;
  /** `maxNodes` of the question. Absent: the backend's default. Decides whether "other" can be a cut. */
  readonly maxNodes?: number;
}

/** Fewest bytes that a node takes: a name length, a value and a child count of a byte each. */
const SMALLEST_NODE = 3;

/**
 * Decodes Pyroscope's compact tree format (`PROFILE_FORMAT_TREE`; grafana/pyroscope pkg/model/tree.go, MarshalTruncate
 * and UnmarshalTree). There is no header. Nodes stand in depth-first pre-order, each as
 *
 *   uvarint length of the name, the name in UTF-8, uvarint self value (an int64), uvarint number of children
 *
 * and the first one is a virtual root with an empty name. The writer takes nodes off a stack, so a node's last child
 * comes first. No bytes at all are an empty profile.
 *
 * Siblings are put in the order in which the backend draws them in its flame graph format, which is the order in which
 * it keeps them, by the bytes of their names, with "other" last: so both formats of one answer give equal trees.
 *
 * @throws DecodeError 'tree' if the bytes end early, go on after the last node, or announce more than they hold.
 */
export function decodeTree(bytes: Uint8Array, options: DecodeOptions): CallTree {
  const wire = readNodes(bytes);
  const { length, parent, func, self } = wire;
  const names = wire.names.texts();
  const other = names.indexOf(TRUNCATED_NAME);

  const total = self.slice();
  const size = new Uint32Array(length).fill(1);
  /** Wire position -> how many nodes below it belong to children named "other", which are drawn last. */
  const otherSize = new Uint32Array(length);
  for (let node = length - 1; node > 0; node--) {
    const above = parent[node];
    total[above] += total[node];
    size[above] += size[node];
    if (func[node] === other) {
      otherSize[above] += size[node];
    }
  }

  const tree = {
    length,
    parent: new Int32Array(length),
    subtreeEnd: new Uint32Array(length),
    func: new Uint32Array(length),
    total: new Float64Array(length),
    self: new Float64Array(length),
  };
  // Wire position -> where its subtree starts in the tree, and where its children yet to come end there: the first
  // child on the wire takes the last place.
  const place = new Uint32Array(length);
  const end = new Uint32Array(length);
  const otherEnd = new Uint32Array(length);
  for (let node = 0; node < length; node++) {
    let at = 0;
    if (node === 0) {
      tree.parent[0] = -1;
    } else {
      const above = parent[node];
      const ends = func[node] === other ? otherEnd : end;
      ends[above] -= size[node];
      at = ends[above];
      tree.parent[at] = place[above];
    }
    place[node] = at;
    otherEnd[node] = at + size[node];
    end[node] = otherEnd[node] - otherSize[node];
    tree.subtreeEnd[at] = at + size[node];
    // The root has function 0 for itself alone.
    tree.func[at] = node === 0 ? 0 : func[node] + 1;
    tree.total[at] = total[node];
    tree.self[at] = self[node];
  }

  const truncated =
    other >= 0 && canBeTruncated(length - 1, options.maxNodes ?? DEFAULT_MAX_NODES)
      ? truncatedLeaves(tree, other + 1)
      : undefined;
  return {
    ...tree,
    functions: { length: names.length + 1, names: [ROOT_NAME, ...names] },
    unit: options.unit,
    ...(truncated !== undefined && truncated.length > 0 ? { truncated } : {}),
  };
}

/** The nodes as they stand on the wire; `func` is a number of `names`, and node 0 has none. */
function readNodes(bytes: Uint8Array) {
  const names = new NameInterner(bytes);
  const parent = new GrowingUint32(bytes.length >>> 6);
  const func = new GrowingUint32(bytes.length >>> 6);
  const self = new GrowingFloat64(bytes.length >>> 6);
  /** The nodes on the way to the one being read that still have children to come, and how many. */
  const open = new GrowingUint32(256);
  const left = new GrowingUint32(256);
  let awaited = bytes.length === 0 ? 0 : 1;

  const reader = new ByteReader(bytes, 'tree');
  while (awaited > 0) {
    const node = self.length;
    const start = reader.position;
    const nameLength = reader.unsigned();
    const nameEnd = reader.endOf(nameLength);
    if (node === 0 && nameLength > 0) {
      reader.fail('the virtual root has a name', start);
    }
    func.push(node === 0 ? 0 : names.intern(reader.position, nameEnd));
    reader.position = nameEnd;
    self.push(reader.signed());

    const depth = open.length;
    parent.push(depth === 0 ? 0 : open.at(depth - 1));
    if (depth > 0) {
      const siblingsLeft = left.at(depth - 1) - 1;
      left.set(depth - 1, siblingsLeft);
      if (siblingsLeft === 0) {
        open.truncate(depth - 1);
        left.truncate(depth - 1);
      }
    }

    const countAt = reader.position;
    const children = reader.unsigned();
    awaited += children - 1;
    if (awaited * SMALLEST_NODE > bytes.length - reader.position) {
      reader.fail(`${awaited} more nodes were announced than there are bytes for`, countAt);
    }
    if (children > 0) {
      open.push(node);
      left.push(children);
    }
  }
  if (!reader.atEnd) {
    reader.fail('there are bytes after the last node');
  }
  if (self.length === 0) {
    parent.push(0);
    func.push(0);
    self.push(0);
  }
  return { length: self.length, parent: parent.view(), func: func.view(), self: self.view(), names };
}
