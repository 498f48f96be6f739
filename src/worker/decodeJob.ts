import type { CallTree } from '../profile/callTree';
import { decodeFlameGraph, decodeFlameGraphDiff } from '../profile/decodeFlameGraph';
import { decodeTree, type DecodeOptions } from '../profile/decodeTree';
import type { CombineJob } from './combineJob';
import type { OperationJob } from './operationAnswer';
import type { PprofJob, PprofLinesJob, PprofTreeJob } from './pprofJob';

/** Bytes, and what to make of them. Plain data. */
export interface TreeJob {
  readonly format: 'tree' | 'flame graph' | 'flame graph diff';
  readonly bytes: Uint8Array;
  readonly options: DecodeOptions;
}

export type DecodeJob = TreeJob | PprofTreeJob | PprofJob | PprofLinesJob | CombineJob | OperationJob;

/** @throws DecodeError if the bytes are damaged */
export function decodedTree(job: TreeJob): CallTree {
  switch (job.format) {
    case 'tree':
      return decodeTree(job.bytes, job.options);
    case 'flame graph':
      return decodeFlameGraph(job.bytes, job.options);
    case 'flame graph diff':
      return decodeFlameGraphDiff(job.bytes, job.options);
  }
}
