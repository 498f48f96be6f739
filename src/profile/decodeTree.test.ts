import fc from 'fast-check';
import { DecodeError } from '../base/decodeError';
import { decodeFlameGraph } from './decodeFlameGraph';
import { decodeTree } from './decodeTree';
import { encodeFlameGraph, encodeTree, varint, type FlameGraphJson } from './testing/encoders';
import { expectWellFormed } from './testing/expectWellFormed';
import { decodedOrRefused, mutated } from './testing/mutations';
import { recordedField, recordedJson } from './testing/recordings';
import { anyTree, deepTree } from './testing/stacks';
import { callTreeToText, picture, textProfile } from './textProfile';

const options = { unit: 'nanoseconds' } as const;
const utf8 = new TextEncoder();

/** A node on the wire. */
const node = (name: string, self: number | bigint, children: number | bigint) => [
  ...varint(utf8.encode(name).length),
  ...utf8.encode(name),
  ...varint(self),
  ...varint(children),
];
const decode = (...nodes: number[][]) => decodeTree(Uint8Array.from(nodes.flat()), options);

test('nodes are read in pre-order with the last child first, and drawn with the first child first', () => {
  const tree = decode(
    node('', 0, 1),
    node('main', 1, 2),
    node('render', 5, 0),
    node('parse', 0, 1),
    node('read', 4, 0)
  );
  expectWellFormed(tree);
  expect(callTreeToText(tree)).toBe(
    picture(`
      main      10
        parse    4
          read   4
        render   5`)
  );
});

test('a name that comes often is one function', () => {
  const tree = decode(node('', 0, 2), node('b', 0, 1), node('a', 1, 0), node('a', 0, 1), node('b', 2, 0));
  expect(tree.functions.names).toEqual(['total', 'b', 'a']);
});

test('"other" is drawn last wherever the wire has it', () => {
  const tree = decode(node('', 0, 3), node('zip', 1, 0), node('other', 2, 0), node('alpha', 3, 0));
  expect(callTreeToText(tree)).toBe(picture('alpha 3\nzip 1\nother 2'));
});

test('no bytes are an empty profile, and so is a lone root', () => {
  for (const tree of [decode(), decode(node('', 0, 0))]) {
    expectWellFormed(tree);
    expect([tree.length, tree.total[0], tree.functions.names[0]]).toEqual([1, 0, 'total']);
  }
});

test('negative values, which a difference has, and values beyond 32 bits are read', () => {
  const tree = decode(node('', 0, 2), node('less', -5, 0), node('more', 2n ** 52n, 0));
  expect(Array.from(tree.self)).toEqual([0, 2 ** 52, -5]);
});

test('a leaf "other" is a cut only where the answer is as large as it was allowed to be', () => {
  const bytes = Uint8Array.from([...node('', 0, 2), ...node('other', 3, 0), ...node('main', 5, 0)]);
  expect(decodeTree(bytes, { ...options, maxNodes: 2 }).truncated).toEqual(Uint32Array.of(2));
  expect(decodeTree(bytes, { ...options, maxNodes: 3 }).truncated).toBeUndefined();
  expect(decodeTree(bytes, options).truncated).toBeUndefined();
});

test('an "other" that calls something is a function', () => {
  const bytes = Uint8Array.from([...node('', 0, 1), ...node('other', 3, 1), ...node('main', 5, 0)]);
  expect(decodeTree(bytes, { ...options, maxNodes: 1 }).truncated).toBeUndefined();
});

test('a recorded answer that was cut has its cuts marked', () => {
  const tree = decodeTree(recordedField('flamegraph/checkout.cpu-tree-proto.pb', 2), { ...options, maxNodes: 512 });
  expectWellFormed(tree);
  expect([tree.length, tree.total[0], tree.truncated?.length]).toEqual([734, 114_110_000_000, 255]);
});

test.each([
  'flamegraph/checkout.process_cpu_cpu.json.gz',
  'flamegraph/orders.process_cpu_cpu.json.gz',
  'flamegraph/storefront.wall_wall.json.gz',
  'flamegraph/checkout.goroutines_goroutine.json',
  'flamegraph/synthetic-dotnet.process_cpu_exception.json',
  'flamegraph/checkout.cpu-max-16.json',
  'huge/flamegraph-default.json.gz',
])('the tree and the flame graph in %s are equal, siblings in the same order', (file) => {
  const answer = recordedJson<{ tree: string; flamegraph: FlameGraphJson }>(file);
  const maxNodes = file.includes('max-16') ? 16 : undefined;
  const tree = decodeTree(Uint8Array.from(Buffer.from(answer.tree, 'base64')), { ...options, maxNodes });
  const flameGraph = decodeFlameGraph(encodeFlameGraph(answer.flamegraph), { ...options, maxNodes });
  expectWellFormed(tree);
  expect(callTreeToText(tree)).toBe(callTreeToText(flameGraph));
});

test('every tree is read as it was written', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const decoded = decodeTree(encodeTree(tree), options);
      expectWellFormed(decoded);
      expect(callTreeToText(decoded)).toBe(callTreeToText(tree));
    })
  );
});

test('10,000 levels are no trouble', () => {
  const tree = decodeTree(encodeTree(deepTree(10_000)), options);
  expect([tree.length, tree.total[0], tree.total[10_000]]).toEqual([10_001, 1, 1]);
});

test.each([
  ['the root has a name', [node('root', 0, 0)]],
  ['a child is missing', [node('', 0, 2), node('a', 1, 0)]],
  ['bytes are left over', [node('', 0, 0), [0]]],
  ['a name is longer than the bytes', [node('', 0, 1), [200, 1, 65]]],
  ['more children are announced than any bytes could hold', [node('', 0, 2n ** 62n), node('a', 1, 0)]],
  ['more children are announced than these bytes hold', [node('', 0, 3), node('a', 1, 0), [0, 0]]],
])('it is refused if %s', (_, nodes) => {
  expect(() => decode(...nodes)).toThrow(DecodeError);
});

test('more children than bytes are refused where they are announced, before they are waited for', () => {
  const refusal = expect.objectContaining({ offset: 2 }) as DecodeError;
  expect(() => decode(node('', 0, 2n ** 32n + 1n), node('a', 1, 0), node('b', 1, 0))).toThrow(refusal);
});

test('a tree that is cut short anywhere is refused', () => {
  const bytes = encodeTree(textProfile('main 10\n  parse 4\n    read 4\n  render 5'));
  for (let length = 1; length < bytes.length; length++) {
    expect(() => decodeTree(bytes.subarray(0, length), options)).toThrow(DecodeError);
  }
});

test('damaged bytes give a well-formed tree or a DecodeError', () => {
  const bytes = recordedField('flamegraph/checkout.cpu-tree-proto.pb', 2).subarray(0, 3000);
  const small = encodeTree(textProfile('main 10\n  parse 4\n    read 4\n  render 5\nother 3'));
  fc.assert(
    fc.property(fc.oneof(mutated(small), mutated(bytes), fc.uint8Array()), (damaged) => {
      const tree = decodedOrRefused(() => decodeTree(damaged, options));
      if (tree !== undefined && tree.self.every((value) => value >= 0)) {
        expectWellFormed(tree);
      }
    }),
    { numRuns: 500 }
  );
});
