import type { CallTree } from '../../../src/profile/callTree';
import { mergeTrees } from '../../../src/profile/mergeTrees';
import type { StackTraceSelector } from '../../../src/pyroscope/gen/types/v1/types_pb';
import { treeOfSamples } from '../ingest/treeOfSamples';
import type { Selected, Store } from '../store';
import { underCallSite } from './callSite';
import { selectProfiles, type ProfileTarget } from './selectProfiles';
import { spanTest, type SampleTest, type SpanSelectors } from './spanTest';

export interface TreeQuestion extends ProfileTarget, SpanSelectors {
  readonly stackTraceSelector?: StackTraceSelector;
}

/**
 * All profiles that a question is about, merged and not truncated.
 *
 * @throws ConnectError as `selectProfiles` and `spanTest`
 */
export function mergedTree(store: Store, question: TreeQuestion): CallTree {
  const isWanted = spanTest(question);
  const trees = selectProfiles(store, question).map((selected) =>
    isWanted === undefined ? selected.profile.tree() : treeOfWanted(selected, isWanted)
  );
  return underCallSite(mergeTrees(trees), callSiteOf(question));
}

export function callSiteOf({ stackTraceSelector }: { readonly stackTraceSelector?: StackTraceSelector }): string[] {
  return (stackTraceSelector?.callSite ?? []).map(({ name }) => name);
}

function treeOfWanted({ pprof, profile }: Selected, isWanted: SampleTest): CallTree {
  const samples = profile.samples.filter((sample) => isWanted(pprof, sample));
  return treeOfSamples(pprof, samples, profile.sampleType);
}
