import { create, toBinary } from '@bufbuild/protobuf';
import { diffTrees } from '../../../src/profile/diffTrees';
import {
  DiffResponseSchema,
  SelectMergeStacktracesRequestSchema,
  type DiffRequest,
} from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import type { Answer } from '../http/answer';
import type { Store } from '../store';
import { encodeFlameGraph, flameGraphJson } from '../wire/encodeFlameGraph';
import { flameGraphDiff } from '../wire/flameGraph';
import { truncatedTree } from './selectMergeStacktraces';

/**
 * Two profiles side by side, each cut by its own `maxNodes`, as Pyroscope's default read path does. Profile types may
 * differ. A side that is left out is refused as one without a profile type.
 */
export function diff(store: Store, { left, right }: DiffRequest): Answer {
  const nothing = create(SelectMergeStacktracesRequestSchema);
  const tree = diffTrees(truncatedTree(store, left ?? nothing), truncatedTree(store, right ?? nothing));
  const graph = flameGraphDiff(tree);
  return {
    json: () => ({ flamegraph: flameGraphJson(graph) }),
    binary: () => toBinary(DiffResponseSchema, create(DiffResponseSchema, { flamegraph: encodeFlameGraph(graph) })),
  };
}
