/* The worker's side: says that it has started, then answers jobs in the order in which they come. */
import { answerJob } from './answerJob';
import { buffersIn, type WorkerMessage } from './decodeAnswer';
import type { DecodeJob } from './decodeJob';
import { KeptTrees } from './keptTrees';

const kept = new KeptTrees();

function say(message: WorkerMessage) {
  postMessage(message, { transfer: buffersIn(message) });
}

addEventListener('message', ({ data }: MessageEvent<DecodeJob>) => say(answerJob(data, kept)));
say({ kind: 'ready' });
