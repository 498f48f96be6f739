import { create, toBinary, type JsonObject } from '@bufbuild/protobuf';
import { base64Encode } from '@bufbuild/protobuf/wire';
import type { CallTree } from '../../../src/profile/callTree';
import {
  ProfileFormat,
  SelectMergeStacktracesResponseSchema,
  type SelectMergeSpanProfileRequest,
  type SelectMergeStacktracesRequest,
} from '../../../src/pyroscope/gen/querier/v1/querier_pb';
import type { Answer } from '../http/answer';
import type { Store } from '../store';
import { encodeFlameGraph, flameGraphJson } from '../wire/encodeFlameGraph';
import { encodeTree } from '../wire/encodeTree';
import { flameGraph } from '../wire/flameGraph';
import { truncateTree } from '../wire/truncateTree';
import { checkMaxNodes } from './limits';
import { mergedTree, type TreeQuestion } from './mergedTree';
import { selectMergeProfile } from './selectMergeProfile';

/**
 * All profiles of a question as one. DOT and formats that are not known are answered with a flame graph, as Pyroscope's
 * default read path does; unlike that, the store sends no tree beside a flame graph.
 */
export function selectMergeStacktraces(store: Store, request: SelectMergeStacktracesRequest): Answer {
  switch (request.format) {
    case ProfileFormat.PPROF:
      return pprofAnswer(selectMergeProfile(store, request));
    case ProfileFormat.TREE:
      return treeAnswer(truncatedTree(store, request));
    case ProfileFormat.UNSPECIFIED:
    case ProfileFormat.FLAMEGRAPH:
    case ProfileFormat.DOT:
    default:
      return flameGraphAnswer(truncatedTree(store, request), request);
  }
}

/** The older way to ask for spans. It knows two formats; every other one is a flame graph. */
export function selectMergeSpanProfile(store: Store, request: SelectMergeSpanProfileRequest): Answer {
  const tree = truncatedTree(store, request);
  return request.format === ProfileFormat.TREE ? treeAnswer(tree) : flameGraphAnswer(tree, request);
}

type LimitedQuestion = TreeQuestion & { readonly maxNodes?: bigint };

/** The tree with as many nodes as were asked for, and maybe some that tie with them. */
export function truncatedTree(store: Store, question: LimitedQuestion): CallTree {
  const maxNodes = checkMaxNodes(question.maxNodes);
  return truncateTree(mergedTree(store, question), { maxNodes, cutOthers: false });
}

// SelectMergeSpanProfileResponse is the first two fields of SelectMergeStacktracesResponse.

function treeAnswer(tree: CallTree): Answer {
  const bytes = encodeTree(tree);
  return {
    json: (): JsonObject => (bytes.length === 0 ? {} : { tree: base64Encode(bytes) }),
    binary: () =>
      toBinary(SelectMergeStacktracesResponseSchema, create(SelectMergeStacktracesResponseSchema, { tree: bytes })),
  };
}

function flameGraphAnswer(tree: CallTree, { maxNodes }: { readonly maxNodes?: bigint }): Answer {
  // Pyroscope cuts the cut tree once more, by what was asked for: not at all where nothing was.
  const graph = flameGraph(truncateTree(tree, { maxNodes: Number(maxNodes ?? 0n), cutOthers: true }));
  return {
    json: () => ({ flamegraph: flameGraphJson(graph) }),
    binary: () =>
      toBinary(
        SelectMergeStacktracesResponseSchema,
        create(SelectMergeStacktracesResponseSchema, { flamegraph: encodeFlameGraph(graph) })
      ),
  };
}

function pprofAnswer(profile: Answer): Answer {
  return {
    json: () => ({ pprof: { profile: profile.json() } }),
    binary: () =>
      toBinary(
        SelectMergeStacktracesResponseSchema,
        create(SelectMergeStacktracesResponseSchema, { pprof: { profile: profile.binary() } })
      ),
  };
}
