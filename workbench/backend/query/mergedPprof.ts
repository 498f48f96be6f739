import { ROOT, type CallTree } from '../../../src/profile/callTree';
import { createCallTreeBuilder } from '../../../src/profile/callTreeBuilder';
import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';
import { TRUNCATED_NAME } from '../../../src/profile/truncation';
import { parseProfileTypeId } from '../../../src/pyroscope/profileTypeId';
import { pprofOfStacks, type StackFrame, type ValuedStack } from '../ingest/pprofOfStacks';
import { namesOf } from '../ingest/stackReader';
import type { Store } from '../store';
import { nameOf } from '../wire/children';
import { truncateTree } from '../wire/truncateTree';
import { callSiteOf, type TreeQuestion } from './mergedTree';
import { selectProfiles } from './selectProfiles';
import { spanTest } from './spanTest';

export type PprofQuestion = TreeQuestion & { readonly maxNodes?: bigint };

/**
 * All profiles of a question as one pprof, line by line, with one sample type and without labels, mappings and
 * addresses. Functions that were inlined get locations of their own. There is no limit to its nodes but one that is
 * asked for, and a negative or too large one is none, as in Pyroscope. Undefined if there is no profile.
 *
 * @throws ConnectError as `selectProfiles` and `spanTest`
 */
export function mergedPprof(store: Store, question: PprofQuestion): PprofProfile | undefined {
  const isWanted = spanTest(question);
  const selected = selectProfiles(store, question);
  const type = parseProfileTypeId(question.profileTypeID);
  if (selected.length === 0 || type === undefined) {
    return undefined;
  }
  const frames = new FrameTable();
  const callSite = callSiteOf(question);
  const builder = createCallTreeBuilder('unknown');
  for (const { pprof, profile } of selected) {
    const framesAt = Array.from({ length: pprof.locations.length }, (_, location) => framesOf(pprof, location));
    for (const sample of profile.samples) {
      const value = pprof.samples.values[sample * pprof.sampleTypes.length + profile.sampleType];
      const stack = stackOf(pprof, sample, framesAt);
      const isUnder = callSite.every((name, depth) => stack[depth]?.name === name);
      if (value > 0 && stack.length > 0 && isUnder && isWanted?.(pprof, sample) !== false) {
        builder.addStack(
          stack.map((frame) => frames.nameOf(frame)),
          value
        );
      }
    }
  }
  const maxNodes = Math.max(0, Number(question.maxNodes ?? 0n));
  const tree = truncateTree(builder.build(), { maxNodes, cutOthers: false });
  return pprofOfStacks({
    sampleTypes: [{ type: type.sampleType, unit: type.sampleUnit }],
    periodType: { type: type.periodType, unit: type.periodUnit },
    period: periodOf(type.name),
    time: Number(question.end),
    stacks: stacksOf(tree, frames),
  });
}

/** What Pyroscope guesses (pkg/pprof/pprof.go, SetProfileMetadata). */
function periodOf(name: string): number {
  switch (name) {
    case 'process_cpu':
      return 1e9;
    case 'memory':
      return 512 * 1024;
    default:
      return 1;
  }
}

/** Frames by names that are unique, so that a call tree can be made of them. "other" is the name of none. */
class FrameTable {
  private readonly names = new Map<string, string>();
  private readonly frames = new Map<string, StackFrame>();

  nameOf(frame: StackFrame): string {
    const key = `${frame.name}\0${frame.file}\0${frame.startLine}\0${frame.line}`;
    const known = this.names.get(key);
    if (known !== undefined) {
      return known;
    }
    const name = `frame ${this.names.size}`;
    this.names.set(key, name);
    this.frames.set(name, frame);
    return name;
  }

  frame(name: string): StackFrame {
    return this.frames.get(name) ?? { name: TRUNCATED_NAME };
  }
}

/** The frames that one location stands for, the outermost first. */
function framesOf(pprof: PprofProfile, location: number): StackFrame[] {
  const { locations, functions, strings } = pprof;
  const [from, to] = [locations.lineStart[location], locations.lineStart[location + 1]];
  return namesOf(pprof, location).map((name, at) => {
    if (from === to) {
      return { name };
    }
    const inlined = to - 1 - at;
    const func = locations.lines.func[inlined];
    const line = locations.lines.line[inlined];
    return { name, file: strings[functions.file[func]], startLine: functions.startLine[func], line };
  });
}

function stackOf({ samples }: PprofProfile, sample: number, framesAt: readonly StackFrame[][]): StackFrame[] {
  const locations = samples.location.subarray(samples.locationStart[sample], samples.locationStart[sample + 1]);
  return Array.from(locations, (location) => framesAt[location])
    .reverse()
    .flat();
}

function stacksOf(tree: CallTree, frames: FrameTable): ValuedStack[] {
  const stacks: ValuedStack[] = [];
  for (let node = 1; node < tree.length; node++) {
    if (tree.self[node] > 0) {
      const path: StackFrame[] = [];
      for (let at = node; at !== ROOT; at = tree.parent[at]) {
        path.push(frames.frame(nameOf(tree, at)));
      }
      stacks.push({ frames: path.reverse(), values: [tree.self[node]] });
    }
  }
  return stacks;
}
