import { useEffect, useReducer, useRef, useState } from 'react';
import { assertNever } from '../base/assertNever';
import { problemOf, type Problem } from '../base/problem';
import type { TimeSpan } from '../base/units';
import type { ProfileAnswer } from '../profile/profileSource';
import { askComparison, baselineSpans, type ComparedWith } from './rangeComparison';
import type { RangeQuestion } from './rangeQuestion';

/** The profile of a part of the range, and which part that is. */
export interface RangeAnswer extends ProfileAnswer {
  readonly span: TimeSpan;
  /** For a comparison: with what, and the parts of the range that are its baseline. */
  readonly comparedWith?: ComparedWith;
  readonly baseline?: readonly TimeSpan[];
}

/** What a user selected. */
export interface RangeSelection extends TimeSpan {
  readonly comparedWith?: ComparedWith;
}

/** `shown` is the answer that is still to be seen while another is awaited, or after none came. Absent: the whole. */
export type RangeProfile =
  | { readonly state: 'whole'; readonly shown?: undefined }
  | { readonly state: 'asking'; readonly shown?: RangeAnswer }
  | { readonly state: 'answered'; readonly shown: RangeAnswer }
  | { readonly state: 'failed'; readonly problem: Problem; readonly shown?: RangeAnswer };

type Change =
  | { readonly kind: 'give up' }
  | { readonly kind: 'ask'; readonly keep: boolean }
  | { readonly kind: 'answer'; readonly answer: RangeAnswer }
  | { readonly kind: 'fail'; readonly problem: Problem };

const WHOLE: RangeProfile = { state: 'whole' };

/**
 * Asks for the profile of the selected part of the range, anew when selection or question change, and cancels what is
 * no longer wanted. An answer of another question is not kept on show. `whole`: the range that it is a part of.
 */
export function useRangeProfile(
  question: RangeQuestion | undefined,
  selection: RangeSelection | undefined,
  whole: TimeSpan
) {
  const [profile, change] = useReducer(reduce, WHOLE);
  const [attempt, setAttempt] = useState(0);
  // A refresh makes a new question object for the same question, which must not ask again: effects go by its key.
  const latest = useRef({ question, whole });
  const shownKey = useRef<string>(undefined);
  useEffect(() => {
    latest.current = { question, whole };
  });

  const key = question?.key;
  const from = selection?.from;
  const to = selection?.to;
  const comparedWith = selection?.comparedWith;
  useEffect(() => {
    const asked = latest.current.question;
    if (asked === undefined || key === undefined || from === undefined || to === undefined) {
      change({ kind: 'give up' });
      return;
    }
    const span = { from, to };
    const cancellation = new AbortController();
    const { signal } = cancellation;
    change({ kind: 'ask', keep: shownKey.current === key });
    const baseline = comparedWith && baselineSpans(span, latest.current.whole, comparedWith);
    const asking = baseline === undefined ? asked.ask(span, signal) : askComparison(asked, span, baseline, signal);
    asking.then(
      (answer) => {
        if (!signal.aborted) {
          shownKey.current = key;
          change({ kind: 'answer', answer: { ...answer, span, comparedWith, baseline } });
        }
      },
      (error: unknown) => {
        if (!signal.aborted) {
          change({ kind: 'fail', problem: problemOf(error) });
        }
      }
    );
    return () => cancellation.abort();
  }, [key, from, to, comparedWith, attempt]);

  return { profile, tryAgain: () => setAttempt((count) => count + 1) };
}

function reduce(profile: RangeProfile, change: Change): RangeProfile {
  switch (change.kind) {
    case 'give up':
      return WHOLE;
    case 'ask':
      return { state: 'asking', shown: change.keep ? profile.shown : undefined };
    case 'answer':
      return { state: 'answered', shown: change.answer };
    case 'fail':
      return { state: 'failed', problem: change.problem, shown: profile.shown };
    default:
      return assertNever(change);
  }
}
