/** One request under way, and how many wait for it. */
interface Running {
  readonly outcome: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Requests that are asked by several at the same time, such as the panels of a dashboard, and sent once. What one
 * waits for is cancelled for all when the last of them has left. Answers are not kept.
 */
export class SharedRequests {
  private readonly running = new Map<string, Running>();

  /**
   * The outcome of `start`, or of the request with the same key that is under way. Aborting `signal` rejects with its
   * reason, at once and for this caller alone.
   */
  ask<T>(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal.aborted) {
      return Promise.reject(signal.reason as Error);
    }
    const request = this.running.get(key) ?? this.begin(key, start);
    request.waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        request.waiting--;
        if (request.waiting === 0) {
          this.forget(key, request);
          request.controller.abort();
        }
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      const settle = (finish: () => void) => {
        signal.removeEventListener('abort', leave);
        finish();
      };
      request.outcome.then(
        (answer) => settle(() => resolve(answer as T)),
        (error: Error) => settle(() => reject(error))
      );
    });
  }

  private begin(key: string, start: (signal: AbortSignal) => Promise<unknown>): Running {
    const controller = new AbortController();
    const request: Running = { outcome: start(controller.signal), controller, waiting: 0 };
    this.running.set(key, request);
    const done = () => this.forget(key, request);
    request.outcome.then(done, done);
    return request;
  }

  /** A new request may have taken the key already. */
  private forget(key: string, request: Running): void {
    if (this.running.get(key) === request) {
      this.running.delete(key);
    }
  }
}
