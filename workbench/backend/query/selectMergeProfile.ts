import { encodePprof } from '../../../src/profile/pprof/encodePprof';
import type { Answer } from '../http/answer';
import type { Store } from '../store';
import { pprofJson } from '../wire/pprofJson';
import { mergedPprof, type PprofQuestion } from './mergedPprof';

/** A google.v1.Profile, which is the whole answer; an empty one if there is no profile. */
export function selectMergeProfile(store: Store, question: PprofQuestion): Answer {
  const pprof = mergedPprof(store, question);
  return {
    json: () => (pprof === undefined ? {} : pprofJson(pprof)),
    binary: () => (pprof === undefined ? new Uint8Array() : encodePprof(pprof)),
  };
}
