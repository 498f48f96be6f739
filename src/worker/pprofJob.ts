import type { CallTree } from '../profile/callTree';
import { callTreeOfPprof } from '../profile/pprof/callTreeOfPprof';
import { decodePprof } from '../profile/pprof/decodePprof';
import { type PprofLines, pprofLines } from '../profile/pprof/pprofLines';
import type { PprofProfile } from '../profile/pprof/pprofProfile';

/** A pprof profile whole, with its lines and labels. */
export interface PprofJob {
  readonly format: 'pprof';
  readonly bytes: Uint8Array;
}

/** One sample type of a pprof profile, as a tree. */
export interface PprofTreeJob {
  readonly format: 'pprof tree';
  readonly bytes: Uint8Array;
  readonly sampleTypeIndex: number;
}

/** A function's lines in a pprof profile: see `pprofLines`. */
export interface PprofLinesJob {
  readonly format: 'pprof lines';
  readonly bytes: Uint8Array;
  readonly sampleType: string;
  readonly functionName: string;
}

/** @throws DecodeError if the bytes are damaged */
export function decodedPprof(job: PprofJob): PprofProfile {
  return decodePprof(job.bytes);
}

/** @throws DecodeError if the bytes are damaged, RangeError if there is no such sample type */
export function decodedPprofTree(job: PprofTreeJob): CallTree {
  return callTreeOfPprof(decodePprof(job.bytes), job.sampleTypeIndex);
}

/** @throws DecodeError if the bytes are damaged, RangeError if there are no sample types */
export function decodedPprofLines({ bytes, sampleType, functionName }: PprofLinesJob): PprofLines {
  return pprofLines(bytes, sampleType, functionName);
}
