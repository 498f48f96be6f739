import { problemOf, type Problem } from '../base/problem';
import type { CallTree } from '../profile/callTree';
import type { PprofProfile } from '../profile/pprof/pprofProfile';
import { decodedPprof, decodedTree, type DecodeJob } from './decodeJob';
import { joinTexts, splitTexts, type JoinedTexts } from './joinedTexts';

/** What a job came to, in the form in which it is posted: columns to be transferred, texts joined. */
export type DecodeAnswer =
  | { readonly kind: 'tree'; readonly tree: CallTree; readonly names: JoinedTexts; readonly files: JoinedTexts }
  | { readonly kind: 'pprof'; readonly profile: PprofProfile; readonly strings: JoinedTexts }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a worker says: once that it has started, then an answer to each job. */
export type WorkerMessage = { readonly kind: 'ready' } | DecodeAnswer;

/** Does the job. Never throws: what fails is in the answer. */
export function answerJob(job: DecodeJob): DecodeAnswer {
  try {
    if (job.format === 'pprof') {
      const profile = decodedPprof(job);
      return { kind: 'pprof', profile: { ...profile, strings: [] }, strings: joinTexts(profile.strings) };
    }
    const tree = decodedTree(job);
    const { names, files, ...functions } = tree.functions;
    return {
      kind: 'tree',
      tree: { ...tree, functions: { ...functions, names: [], ...(files === undefined ? {} : { files: [] }) } },
      names: joinTexts(names),
      files: joinTexts(files ?? []),
    };
  } catch (error) {
    return { kind: 'failed', problem: problemOf(error) };
  }
}

export function treeOfAnswer({ tree, names, files }: Extract<DecodeAnswer, { kind: 'tree' }>): CallTree {
  const { functions } = tree;
  return {
    ...tree,
    functions: {
      ...functions,
      names: splitTexts(names),
      ...(functions.files === undefined ? {} : { files: splitTexts(files) }),
    },
  };
}

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
