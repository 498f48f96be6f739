import { ROOT, type CallTree, type NodeIndex } from '../../../src/profile/callTree';
import { ByteWriter } from './byteWriter';
import { childrenByName, nameOf } from './children';

/**
 * Writes a tree in Pyroscope's compact format (`PROFILE_FORMAT_TREE`; grafana/pyroscope pkg/model/tree.go,
 * MarshalTruncate), which src/profile/decodeTree.ts reads and describes. The root has no name there, and a tree without
 * nodes below it is no bytes at all. Values must be whole numbers from 0 to 2^53 - 1.
 */
export function encodeTree(tree: CallTree): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  // Nodes are taken off a stack onto which children go by name, so the last child comes first.
  const open: NodeIndex[] = tree.length === 1 ? [] : [ROOT];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const children = childrenByName(tree, node);
    writer.text(node === ROOT ? '' : nameOf(tree, node));
    writer.uvarint(tree.self[node]);
    writer.uvarint(children.length);
    // One by one: a node may have more children than a call may have arguments.
    children.forEach((child) => open.push(child));
  }
  return writer.finish();
}
