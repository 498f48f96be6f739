import type { Problem } from '../base/problem';
import type { PprofLines } from '../profile/pprof/pprofLines';
import type { PprofProfile } from '../profile/pprof/pprofProfile';
import { splitTexts, type JoinedTexts } from './joinedTexts';
import type { OperationAnswer } from './operationAnswer';
import type { PostedTree } from './postedTree';

/** What a job came to, in the form in which it is posted: columns to be transferred, texts joined. */
export type DecodeAnswer =
  | ({ readonly kind: 'tree' } & PostedTree)
  | { readonly kind: 'pprof'; readonly profile: PprofProfile; readonly strings: JoinedTexts }
  | ({ readonly kind: 'lines' } & PprofLines)
  | OperationAnswer
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a worker says: once that it has started, then an answer to each job. */
export type WorkerMessage = { readonly kind: 'ready' } | DecodeAnswer;

export function pprofOfAnswer({ profile, strings }: Extract<DecodeAnswer, { kind: 'pprof' }>): PprofProfile {
  return { ...profile, strings: splitTexts(strings) };
}

/** The buffers of all columns in plain data, each once: what to transfer when it is posted. */
export function buffersIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const search = (part: unknown) => {
    if (ArrayBuffer.isView(part)) {
      // No column of ours is in shared memory, which could not be transferred.
      found.add(part.buffer as ArrayBuffer);
    } else if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      Object.values(part).forEach(search);
    }
  };
  search(value);
  return [...found];
}
