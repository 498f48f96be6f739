import { Observable } from 'rxjs';

/** Takes what there is of an answer so far. */
export type TellSoFar<T> = (soFar: T) => void;

/**
 * What `ask` gives, asked anew for each subscriber; unsubscribing aborts its signal, and what it rejects with then is
 * dropped. What it tells before that comes out before.
 */
export function fromAbortable<T>(ask: (signal: AbortSignal, tell: TellSoFar<T>) => Promise<T>): Observable<T> {
  return new Observable((subscriber) => {
    const controller = new AbortController();
    ask(controller.signal, (soFar) => subscriber.next(soFar)).then(
      (answer) => {
        subscriber.next(answer);
        subscriber.complete();
      },
      (error: unknown) => {
        if (!controller.signal.aborted) {
          subscriber.error(error);
        }
      }
    );
    return () => controller.abort();
  });
}
