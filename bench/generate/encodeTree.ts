import type { CallTree } from '../../src/profile/callTree';

/** Pyroscope's compact tree format, as `decodeTree` describes it: what the backend would answer. */
export function encodeTree(tree: CallTree): Uint8Array {
  const utf8 = new TextEncoder();
  const names = tree.functions.names.map((name) => utf8.encode(name));
  let bytes = new Uint8Array(1 << 20);
  let at = 0;
  const varint = (value: number) => {
    let rest = value;
    while (rest > 127) {
      bytes[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    bytes[at++] = rest;
  };
  const pending = [0];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const name = node === 0 ? new Uint8Array() : names[tree.func[node]];
    if (at + name.length + 30 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    varint(name.length);
    bytes.set(name, at);
    at += name.length;
    varint(tree.self[node]);
    const before = pending.length;
    for (let child = node + 1; child < tree.subtreeEnd[node]; child = tree.subtreeEnd[child]) {
      pending.push(child);
    }
    varint(pending.length - before);
  }
  return bytes.slice(0, at);
}
