import { useEffect, useReducer, useRef, useState } from 'react';
import { assertNever } from '../base/assertNever';
import { problemOf, ProblemError, type Problem } from '../base/problem';
import type { TimeSpan } from '../base/units';
import type { ProfileAnswer, ProfileQuestion } from '../profile/profileSource';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';
import { baselineSpans, type ComparedWith } from './rangeComparison';
import type { PartQuestion } from './partQuestion';

/** The profile of a part of the whole, and which part that is. */
export interface PartAnswer extends ProfileAnswer {
  readonly span: TimeSpan;
  /** For a single profile: which, and the question that it answers. */
  readonly single?: TimelineExemplar;
  readonly question?: ProfileQuestion;
  /** For a comparison: with what, and the parts of the range that are its baseline. */
  readonly comparedWith?: ComparedWith;
  readonly baseline?: readonly TimeSpan[];
}

/** What a user selected. */
export interface RangeSelection extends TimeSpan {
  readonly comparedWith?: ComparedWith;
}

/** What of a whole is asked for: a part of its time, or one of the profiles that it adds up. */
export type Part =
  | { readonly kind: 'range'; readonly range: RangeSelection }
  | { readonly kind: 'single'; readonly single: TimelineExemplar };

/** `shown` is the answer that is still to be seen while another is awaited, or after none came. Absent: the whole. */
export type PartProfile =
  | { readonly state: 'whole'; readonly shown?: undefined }
  | { readonly state: 'asking'; readonly shown?: PartAnswer }
  | { readonly state: 'answered'; readonly shown: PartAnswer }
  | { readonly state: 'failed'; readonly problem: Problem; readonly shown?: PartAnswer };

type Change =
  | { readonly kind: 'give up' }
  | { readonly kind: 'ask'; readonly keep: boolean }
  | { readonly kind: 'answer'; readonly answer: PartAnswer }
  | { readonly kind: 'fail'; readonly problem: Problem };

const WHOLE: PartProfile = { state: 'whole' };

/**
 * Asks for the profile of a part of the whole, anew when part or question change, and cancels what is no longer wanted.
 * An answer of another question is not kept on show. `whole`: the range that it is a part of.
 */
export function usePartProfile(question: PartQuestion | undefined, part: Part | undefined, whole: TimeSpan) {
  const [profile, change] = useReducer(reduce, WHOLE);
  const [attempt, setAttempt] = useState(0);
  // A refresh makes a new question object for the same question, which must not ask again: effects go by its key.
  const latest = useRef({ question, part, whole });
  const shownKey = useRef<string>(undefined);
  /** The selected range by itself: a comparison of it, and the way back from that, need not ask for it again. */
  const alone = useRef<KnownAnswer>(undefined);
  useEffect(() => {
    latest.current = { question, part, whole };
  });

  const key = question?.key;
  const partKey = part && JSON.stringify(part);
  useEffect(() => {
    const { question: asked, part: wanted, whole: all } = latest.current;
    if (asked === undefined || wanted === undefined || key === undefined || partKey === undefined) {
      change({ kind: 'give up' });
      return;
    }
    const cancellation = new AbortController();
    const { signal } = cancellation;
    change({ kind: 'ask', keep: shownKey.current === key });
    askPart(knowing(asked, alone.current), wanted, all, signal).then(
      (answer) => {
        if (!signal.aborted) {
          shownKey.current = key;
          if (answer.single === undefined && answer.comparedWith === undefined) {
            alone.current = { key, answer };
          }
          change({ kind: 'answer', answer });
        }
      },
      (error: unknown) => {
        if (!signal.aborted) {
          change({ kind: 'fail', problem: problemOf(error) });
        }
      }
    );
    return () => cancellation.abort();
  }, [key, partKey, attempt]);

  return { profile, tryAgain: () => setAttempt((count) => count + 1) };
}

function reduce(profile: PartProfile, change: Change): PartProfile {
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

interface KnownAnswer {
  /** Of its question. */
  readonly key: string;
  readonly answer: PartAnswer;
}

/** The same question, of which one answer is known. */
function knowing(question: PartQuestion, known: KnownAnswer | undefined): PartQuestion {
  if (known?.key !== question.key) {
    return question;
  }
  const { span } = known.answer;
  return {
    ...question,
    ask: async ({ from, to }, signal) =>
      from === span.from && to === span.to ? known.answer : question.ask({ from, to }, signal),
  };
}

async function askPart(question: PartQuestion, part: Part, whole: TimeSpan, signal: AbortSignal): Promise<PartAnswer> {
  if (part.kind === 'range') {
    const { from, to, comparedWith } = part.range;
    const span = { from, to };
    const baseline = comparedWith && baselineSpans(span, whole, comparedWith);
    const answer = await (baseline === undefined
      ? question.ask(span, signal)
      : (await import('./askComparison')).askComparison(question, span, baseline, signal));
    return { ...answer, span, comparedWith, baseline };
  }
  const asked = question.about?.(part.single);
  if (asked === undefined) {
    throw new ProblemError({
      kind: 'unsupported',
      sentence: 'The backend gave no id by which this profile could be asked for.',
    });
  }
  return { ...(await question.askAbout(asked, signal)), span: whole, single: part.single, question: asked };
}
