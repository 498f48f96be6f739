import { fromBinary } from '@bufbuild/protobuf';
import fc from 'fast-check';
import type { CallTree } from '../../../src/profile/callTree';
import { createCallTreeBuilder } from '../../../src/profile/callTreeBuilder';
import { decodeTree } from '../../../src/profile/decodeTree';
import { callTreeToText, textProfile } from '../../../src/profile/textProfile';
import { SelectMergeStacktracesResponseSchema } from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import { recordedBody, recordedCase } from '../../../src/pyroscope/testing/recordings';
import { encodeTree } from './encodeTree';

const options = { unit: 'nanoseconds', maxNodes: 1_000_000 } as const;

/** Trees of few functions, so that stacks share beginnings; names of any characters, and "other" among them. */
const trees: fc.Arbitrary<CallTree> = fc
  .array(
    fc.record({
      names: fc.array(fc.oneof(fc.constantFrom('a', 'b', 'other', 'é\u{1f525}', ''), fc.string()), {
        minLength: 1,
        maxLength: 6,
      }),
      value: fc.nat({ max: 2 ** 40 }),
    }),
    { maxLength: 30 }
  )
  .map((stacks) => {
    const builder = createCallTreeBuilder('nanoseconds');
    stacks.forEach(({ names, value }) => builder.addStack(names, value));
    return builder.build();
  });

test('what is written is read again as the same tree', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      expect(callTreeToText(decodeTree(encodeTree(tree), options))).toBe(callTreeToText(tree));
    })
  );
});

test('a tree without nodes is no bytes', () => {
  expect(encodeTree(textProfile(''))).toHaveLength(0);
});

test.each(['flamegraph/checkout.cpu-tree-proto', 'huge/tree-16k-proto'])('%s is written byte for byte', (name) => {
  const { tree } = fromBinary(SelectMergeStacktracesResponseSchema, recordedBody(recordedCase(name)));
  expect(Buffer.from(encodeTree(decodeTree(tree, options))).equals(tree)).toBe(true);
});
