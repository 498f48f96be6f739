import { decodePprof } from './decodePprof';
import { type FunctionLines, functionLines } from './functionLines';
import type { PprofProfile } from './pprofProfile';

/** A function's lines in a profile, and how much of it all there is. */
export interface PprofLines {
  readonly lines: FunctionLines;
  /** Of all samples, in the same unit. */
  readonly sum: number;
}

/**
 * A function's lines in an uncompressed pprof profile, of the sample type of that name ("cpu"), or of the first where
 * none is called so.
 *
 * @throws DecodeError if the bytes are damaged, RangeError if the profile has no sample types
 */
export function pprofLines(bytes: Uint8Array, sampleType: string, functionName: string): PprofLines {
  const profile = decodePprof(bytes);
  const index = Math.max(
    0,
    profile.sampleTypes.findIndex(({ type }) => type === sampleType)
  );
  return { lines: functionLines(profile, index, functionName), sum: sumOf(profile, index) };
}

function sumOf({ samples, sampleTypes }: PprofProfile, sampleType: number): number {
  let sum = 0;
  for (let at = sampleType; at < samples.values.length; at += sampleTypes.length) {
    sum += samples.values[at];
  }
  return sum;
}
