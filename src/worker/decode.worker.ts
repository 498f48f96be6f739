/* The worker's side: says that it has started, then answers jobs in the order in which they come. */
import { answerJob, buffersIn, type WorkerMessage } from './decodeAnswer';
import type { DecodeJob } from './decodeJob';

function say(message: WorkerMessage) {
  postMessage(message, { transfer: buffersIn(message) });
}

addEventListener('message', ({ data }: MessageEvent<DecodeJob>) => say(answerJob(data)));
say({ kind: 'ready' });
