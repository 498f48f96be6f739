import { buffersIn, type DecodeAnswer, type WorkerMessage } from './decodeAnswer';
import type { DecodeJob } from './decodeJob';
import { withOwnColumns } from './ownColumns';

/** The part of a Worker that is used here. */
export type JobWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** A worker's script is a small file; what takes longer is no slow network but a worker that will never start. */
const START_LIMIT_MS = 5_000;
/** Somebody who reads a flame graph asks again within seconds; after that the worker's memory is worth more. */
const IDLE_LIMIT_MS = 30_000;

interface Entry {
  readonly job: DecodeJob;
  /** `undefined`: no worker can do it. */
  readonly settle: (answer: DecodeAnswer | undefined) => void;
}

/**
 * Gives jobs to one worker, one at a time: starts it when the first job comes, ends it when none has come for a while.
 * Where a worker cannot start (a content security policy forbids it, its script cannot be loaded, nothing is heard of
 * it) that is found out once, and not tried again.
 */
export class DecodeWorker {
  private worker: JobWorker | undefined;
  private isReady = false;
  private cannotStart = false;
  private current: Entry | undefined;
  private readonly waiting: Entry[] = [];
  /** Runs while the worker starts, and while it has nothing to do. */
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param startWorker may throw */
  constructor(private readonly startWorker: () => JobWorker) {}

  /**
   * The worker's answer, or undefined if no worker can do the job. Rejects with the signal's reason once it is aborted;
   * a worker that decodes for it is ended, so that the next one need not wait.
   */
  decode(job: DecodeJob, signal: AbortSignal): Promise<DecodeAnswer | undefined> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const abort = () => {
        this.drop(entry);
        reject(signal.reason as Error);
      };
      const entry: Entry = {
        job,
        settle: (answer) => {
          signal.removeEventListener('abort', abort);
          resolve(answer);
        },
      };
      signal.addEventListener('abort', abort, { once: true });
      this.waiting.push(entry);
      this.goOn();
    });
  }

  private goOn(): void {
    if (this.current !== undefined) {
      return;
    }
    const entry = this.waiting.shift();
    if (entry === undefined) {
      if (this.worker !== undefined) {
        this.setTimer(() => this.end(), IDLE_LIMIT_MS);
      }
      return;
    }
    if (this.cannotStart) {
      entry.settle(undefined);
      this.goOn();
      return;
    }
    this.current = entry;
    this.post(entry).catch(() => {
      // Why is told by the browser's console; the caller decodes by itself.
      if (this.current === entry) {
        this.fail();
      }
    });
  }

  private async post(entry: Entry): Promise<void> {
    const { job } = entry;
    if (this.worker === undefined) {
      this.worker = this.startWorker();
      this.worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => this.hear(data);
      this.worker.onerror = this.worker.onmessageerror = () => this.fail();
      this.setTimer(() => this.fail(), START_LIMIT_MS);
    } else if (this.isReady) {
      clearTimeout(this.timer);
    }
    const { worker } = this;
    // Copies, because trees are still the caller's, and bytes are needed again if this fails.
    const copying = withOwnColumns(job);
    let step = copying.next();
    while (step.done !== true) {
      await new Promise((resolve) => setTimeout(resolve));
      step = copying.next();
    }
    const own = step.value;
    // While it was copied it may have been dropped, or the worker have failed.
    if (this.current === entry) {
      worker.postMessage(own, buffersIn(own));
    }
  }

  private hear(message: WorkerMessage): void {
    if (message.kind === 'ready') {
      this.isReady = true;
      clearTimeout(this.timer);
      return;
    }
    const entry = this.current;
    this.current = undefined;
    entry?.settle(message);
    this.goOn();
  }

  /** The worker did not start, or broke down over a job: whoever waits for that job, does it. */
  private fail(): void {
    this.cannotStart ||= !this.isReady;
    const entry = this.current;
    this.end();
    entry?.settle(undefined);
    this.goOn();
  }

  private drop(entry: Entry): void {
    const at = this.waiting.indexOf(entry);
    if (at >= 0) {
      this.waiting.splice(at, 1);
    } else if (this.current === entry && this.isReady && entry.job.format !== 'operation') {
      this.end();
      this.goOn();
    }
    // A worker that is still starting is left to it, or many dropped jobs would never let one start. One that works on
    // a tree is, too: it would lose the trees that it keeps, and be done before it had them again.
  }

  private end(): void {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = undefined;
    this.isReady = false;
    this.current = undefined;
  }

  private setTimer(action: () => void, after: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(action, after);
  }
}
