import { depthsOf } from '../depths';
import type { CallTree, NodeIndex } from '../callTree';
import { ProtoWriter } from '../wire/protoWriter';

/** Varint bytes of a number or bigint, the slow way. */
export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 0x7fn) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

/** A tree in Pyroscope's tree format, the last child first. */
export function encodeTree(tree: CallTree): Uint8Array {
  const bytes: number[] = [];
  const utf8 = new TextEncoder();
  const pending: NodeIndex[] = [0];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const name = node === 0 ? new Uint8Array() : utf8.encode(tree.functions.names[tree.func[node]]);
    const children = childrenOf(tree, node);
    bytes.push(...varint(name.length), ...name, ...varint(tree.self[node]), ...varint(children.length));
    pending.push(...children);
  }
  return Uint8Array.from(bytes);
}

export function childrenOf(tree: CallTree, node: NodeIndex): NodeIndex[] {
  const children: NodeIndex[] = [];
  for (let child = node + 1; child < tree.subtreeEnd[node]; child = tree.subtreeEnd[child]) {
    children.push(child);
  }
  return children;
}

export interface FlameGraphJson {
  readonly names?: readonly string[];
  readonly levels?: readonly { readonly values?: readonly (string | number)[] }[];
}

/** The protobuf bytes of a flame graph, or of a diff, from what the backend sends as JSON. */
export function encodeFlameGraph({ names = [], levels = [] }: FlameGraphJson): Uint8Array {
  const [message, level, scratch] = [new ProtoWriter(), new ProtoWriter(), new ProtoWriter()];
  for (const name of names) {
    message.text(1, name);
  }
  for (const { values = [] } of levels) {
    level.clear();
    level.packed(1, values.map(Number), scratch);
    message.bytes(2, level.view());
  }
  return message.finish();
}

/** A tree as the backend's flame graph, single or diff. */
export function flameGraphOf(tree: CallTree): FlameGraphJson {
  const levels: number[][] = [];
  const sides = tree.right === undefined ? [tree] : [tree, tree.right];
  const depths = depthsOf(tree);
  /** For each side: where each node starts, and where its next child does. */
  const starts = sides.map(() => new Float64Array(tree.length));
  const cursors = sides.map(() => new Float64Array(tree.length));
  /** For each level, where the last bar of each side ends. */
  const ends: number[][] = [];
  for (let node = 0; node < tree.length; node++) {
    const depth = depths[node];
    const values = (levels[depth] ??= []);
    const end = (ends[depth] ??= sides.map(() => 0));
    sides.forEach(({ total, self }, side) => {
      if (node > 0) {
        starts[side][node] = cursors[side][tree.parent[node]];
        cursors[side][tree.parent[node]] += total[node];
      }
      cursors[side][node] = starts[side][node] + self[node];
      values.push(starts[side][node] - end[side], total[node], self[node]);
      end[side] = starts[side][node] + total[node];
    });
    values.push(tree.func[node]);
  }
  return { names: tree.functions.names, levels: levels.map((values) => ({ values })) };
}
