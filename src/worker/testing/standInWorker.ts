import { answerJob } from '../answerJob';
import { buffersIn, type WorkerMessage } from '../decodeAnswer';
import type { DecodeJob } from '../decodeJob';
import type { JobWorker } from '../decodeWorker';
import { KeptTrees } from '../keptTrees';

/** Takes a Worker's place: messages are cloned and transferred as a browser does it, at the moment a test wants. */
export class StandInWorker implements JobWorker {
  onmessage: JobWorker['onmessage'] = null;
  onerror: JobWorker['onerror'] = null;
  onmessageerror: JobWorker['onmessageerror'] = null;
  isTerminated = false;
  private readonly kept = new KeptTrees();
  /** Jobs that were posted and are not answered yet. */
  readonly posted: DecodeJob[] = [];

  postMessage(job: DecodeJob, transfer: unknown): void {
    if (this.isTerminated) {
      throw new Error('A job was posted to a worker that was ended.');
    }
    this.posted.push(structuredClone(job, { transfer: transfer as Transferable[] }));
  }

  terminate(): void {
    this.isTerminated = true;
  }

  start(): void {
    this.say({ kind: 'ready' });
  }

  /** Does the job that was posted first. */
  answer(): void {
    const job = this.posted.shift();
    if (job === undefined) {
      throw new Error('The worker has no job.');
    }
    this.say(answerJob(job, this.kept));
  }

  /** What the browser tells of a script that cannot be loaded, or that throws. */
  breakDown(): void {
    this.onerror?.call(undefined as never, { type: 'error' } as ErrorEvent);
  }

  private say(message: WorkerMessage): void {
    if (this.isTerminated) {
      throw new Error('A worker that was ended cannot speak.');
    }
    const data = structuredClone(message, { transfer: buffersIn(message) });
    this.onmessage?.call(undefined as never, { data } as MessageEvent);
  }
}
