import type { CallTree } from '../profile/callTree';
import { decodeFlameGraph, decodeFlameGraphDiff } from '../profile/decodeFlameGraph';
import { decodeTree, type DecodeOptions } from '../profile/decodeTree';
import { callTreeOfPprof } from '../profile/pprof/callTreeOfPprof';
import { decodePprof } from '../profile/pprof/decodePprof';
import type { PprofProfile } from '../profile/pprof/pprofProfile';
import type { CombineJob } from './combineJob';

/** Bytes, and what to make of them. Plain data. */
export type TreeJob =
  | {
      readonly format: 'tree' | 'flame graph' | 'flame graph diff';
      readonly bytes: Uint8Array;
      readonly options: DecodeOptions;
    }
  /** One sample type of a pprof profile, as a tree. */
  | { readonly format: 'pprof tree'; readonly bytes: Uint8Array; readonly sampleTypeIndex: number };

/** A pprof profile whole, with its lines and labels. */
export interface PprofJob {
  readonly format: 'pprof';
  readonly bytes: Uint8Array;
}

export type DecodeJob = TreeJob | PprofJob | CombineJob;

/** @throws DecodeError if the bytes are damaged, RangeError if there is no such sample type */
export function decodedTree(job: TreeJob): CallTree {
  switch (job.format) {
    case 'tree':
      return decodeTree(job.bytes, job.options);
    case 'flame graph':
      return decodeFlameGraph(job.bytes, job.options);
    case 'flame graph diff':
      return decodeFlameGraphDiff(job.bytes, job.options);
    case 'pprof tree':
      return callTreeOfPprof(decodePprof(job.bytes), job.sampleTypeIndex);
  }
}

/** @throws DecodeError if the bytes are damaged */
export function decodedPprof(job: PprofJob): PprofProfile {
  return decodePprof(job.bytes);
}
