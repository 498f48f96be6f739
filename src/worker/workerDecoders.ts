import { ProblemError } from '../base/problem';
import type { CallTree } from '../profile/callTree';
import type { PprofLines } from '../profile/pprof/pprofLines';
import type { PprofProfile } from '../profile/pprof/pprofProfile';
import type { ProfileDecoders } from '../pyroscope/profileDecoders';
import type { TreeWork } from '../pyroscope/treeWork';
import { combined, mapTrees, nodesIn, type Combine, type CombineJob } from './combineJob';
import { pprofOfAnswer, type DecodeAnswer } from './decodeAnswer';
import { decodedTree, type TreeJob } from './decodeJob';
import { DecodeWorker, type JobWorker } from './decodeWorker';
import { postedTree, treeOfPosted } from './postedTree';
import type { PprofJob, PprofLinesJob, PprofTreeJob } from './pprofJob';
import { SMALLEST_JOB_BYTES, SMALLEST_JOB_NODES } from './smallestJob';

/**
 * Decoders that leave the page free while they are at it. Besides damaged bytes, whatever else goes wrong over them
 * rejects with a ProblemError too.
 */
export interface WorkerDecoders extends ProfileDecoders, TreeWork {
  /** An uncompressed google.v1.Profile, with all that is in it. */
  pprof(bytes: Uint8Array, signal: AbortSignal): Promise<PprofProfile>;
  /** One sample type of an uncompressed google.v1.Profile. */
  pprofTree(bytes: Uint8Array, sampleTypeIndex: number, signal: AbortSignal): Promise<CallTree>;
  /** A function's lines: see `pprofLines`. */
  pprofLines(bytes: Uint8Array, sampleType: string, functionName: string, signal: AbortSignal): Promise<PprofLines>;
  /** Puts trees together. */
  readonly combine: Combine;
}

/** Few read pprof, and fewer in place. */
const loadPprofJob = () => import('./pprofJob');

/**
 * Decodes in the one worker that `startWorker` gives, and in place what is small or where no worker can be had.
 *
 * @param startWorker called when there is work; may throw.
 */
export function createWorkerDecoders(startWorker: () => JobWorker): WorkerDecoders {
  const worker = new DecodeWorker(startWorker);

  async function answerOf(
    job: TreeJob | PprofJob | PprofTreeJob | PprofLinesJob | CombineJob,
    signal: AbortSignal
  ): Promise<DecodeAnswer | undefined> {
    signal.throwIfAborted();
    if (job.format !== 'combination' && job.bytes.length < SMALLEST_JOB_BYTES) {
      return undefined;
    }
    const answer = await worker.decode(job, signal);
    if (answer?.kind === 'failed') {
      throw new ProblemError(answer.problem);
    }
    if (answer === undefined) {
      // Several may be waiting for the same worker: each in a task of its own, so that the page can draw in between.
      await new Promise((resolve) => setTimeout(resolve));
      signal.throwIfAborted();
    }
    return answer;
  }

  async function treeOf(job: TreeJob, signal: AbortSignal): Promise<CallTree> {
    const answer = await answerOf(job, signal);
    return answer?.kind === 'tree' ? treeOfPosted(answer) : decodedTree(job);
  }

  const combine: Combine = async (combination, signal) => {
    signal.throwIfAborted();
    if (nodesIn(combination) < SMALLEST_JOB_NODES) {
      return combined(combination);
    }
    const job = { format: 'combination', combination: mapTrees(combination, postedTree) } as const;
    const answer = await answerOf(job, signal);
    return answer?.kind === 'tree' ? treeOfPosted(answer) : combined(combination);
  };

  return {
    tree: (bytes, options, signal) => treeOf({ format: 'tree', bytes, options }, signal),
    flameGraph: (bytes, options, signal) => treeOf({ format: 'flame graph', bytes, options }, signal),
    flameGraphDiff: (bytes, options, signal) => treeOf({ format: 'flame graph diff', bytes, options }, signal),
    combine,
    merge: (trees, signal) => combine({ how: 'sum', parts: trees.map((tree) => ({ tree })) }, signal),
    diff: (left, right, signal) => combine({ how: 'diff', left, right }, signal),
    async pprofTree(bytes, sampleTypeIndex, signal) {
      const job = { format: 'pprof tree', bytes, sampleTypeIndex } as const;
      const answer = await answerOf(job, signal);
      return answer?.kind === 'tree' ? treeOfPosted(answer) : (await loadPprofJob()).decodedPprofTree(job);
    },
    async pprofLines(bytes, sampleType, functionName, signal) {
      const job = { format: 'pprof lines', bytes, sampleType, functionName } as const;
      const answer = await answerOf(job, signal);
      return answer?.kind === 'lines' ? answer : (await loadPprofJob()).decodedPprofLines(job);
    },
    async pprof(bytes, signal) {
      const job = { format: 'pprof', bytes } as const;
      const answer = await answerOf(job, signal);
      return answer?.kind === 'pprof' ? pprofOfAnswer(answer) : (await loadPprofJob()).decodedPprof(job);
    },
  };
}
