import { useEffect, useState } from 'react';
import { problemOf, type Problem } from '../../../base/problem';

export type Ask<T> = (signal: AbortSignal) => Promise<T>;

export type Answer<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | { readonly kind: 'answered'; readonly value: T };

interface Outcome<T> {
  readonly ask: Ask<T>;
  readonly attempt: number;
  readonly answer: { readonly value: T } | { readonly problem: Problem };
}

/**
 * The answer to a question, asked when this is first drawn and again when the question changes; what is no longer wanted
 * is cancelled. `ask` must be the same from one rendering to the next as long as the question is.
 */
export function useAnswer<T>(ask: Ask<T>): Answer<T> {
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<Outcome<T>>();
  useEffect(() => {
    const controller = new AbortController();
    const settle = (answer: Outcome<T>['answer']) => {
      if (!controller.signal.aborted) {
        setOutcome({ ask, attempt, answer });
      }
    };
    ask(controller.signal).then(
      (value) => settle({ value }),
      (error: unknown) => settle({ problem: problemOf(error) })
    );
    return () => controller.abort();
  }, [ask, attempt]);
  if (outcome === undefined || outcome.ask !== ask || outcome.attempt !== attempt) {
    return { kind: 'loading' };
  }
  return 'value' in outcome.answer
    ? { kind: 'answered', value: outcome.answer.value }
    : { kind: 'failed', problem: outcome.answer.problem, retry: () => setAttempt(attempt + 1) };
}
