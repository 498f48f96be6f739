import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../base/problem';
import type { CallTree } from '../../profile/callTree';
import type { ProfileQuestion } from '../../profile/profileSource';
import { isToBeAskedAgain, NOTHING_OPENED, type Place } from './openedPlaces';
import { type Refinement, TreeRefiner } from './treeRefiner';
import type { ViewerQuestions } from './viewerQuestions';

interface Known extends Refinement {
  /** What was given: another one begins anew. */
  readonly base: CallTree;
  /** What the profile answers, whatever its time: what was opened is opened again in another answer to it. */
  readonly about: string;
}

export interface RefinedTree {
  /** The given tree, with all that was asked for since in place. */
  readonly tree: CallTree;
  readonly pending: Place | undefined;
  /** What is pending was open before a refresh. */
  readonly isAgain: boolean;
  readonly failed: Problem | undefined;
  readonly tryAgain: () => void;
  /** Asks for what is cut below a place, unless that was asked before. */
  readonly refine: (place: Place) => void;
}

/**
 * A profile that gets finer where it is looked at closely: what the backend merged below the focused place is asked for
 * and put in place, and asked for again when the same question has a new answer. `focus`: names from the root's child,
 * or undefined where places are not those of the profile (bottom-up). Without `questions` the tree stays as it is.
 */
export function useRefinedTree(
  base: CallTree,
  questions: ViewerQuestions | undefined,
  focus: readonly string[] | undefined
): RefinedTree {
  const about = aboutOf(questions);
  const [known, setKnown] = useState<Known>({ base, about, tree: base, opened: NOTHING_OPENED, isAgain: false });
  const current = known.base === base ? known : begun(base, about, known);
  const refiner = useRef<TreeRefiner>(undefined);
  const latest = useRef({ known, questions, focus });
  useEffect(() => {
    latest.current = { known, questions, focus };
    if (refiner.current !== undefined) {
      refiner.current.questions = questions;
    }
  });

  useEffect(() => {
    const { known: before, questions: askable, focus: place } = latest.current;
    const of = begun(base, about, before);
    const one = new TreeRefiner(base, askable, before.about === about ? before : undefined, (refinement) =>
      setKnown({ base, about, ...refinement })
    );
    refiner.current = one;
    setKnown(of);
    one.start(place);
    return () => one.stop();
  }, [base, about]);

  const focusKey = JSON.stringify(focus ?? []);
  useEffect(() => refiner.current?.lookAt(JSON.parse(focusKey) as Place), [focusKey]);

  const refine = useCallback((place: Place) => refiner.current?.open(place), []);
  const tryAgain = useCallback(() => refiner.current?.tryAgain(), []);
  const { tree, pending, isAgain, failed } = current;
  return { tree, pending, isAgain, failed, tryAgain, refine };
}

/** What is seen of a new profile before anything is asked: the one before, where what is open there is to be kept. */
function begun(base: CallTree, about: string, { about: before, tree, opened }: Known): Known {
  const isKept = before === about && isToBeAskedAgain(base, opened);
  return {
    base,
    about,
    tree: isKept ? tree : base,
    opened: before === about ? opened : NOTHING_OPENED,
    isAgain: isKept,
  };
}

function aboutOf(questions: ViewerQuestions | undefined): string {
  const timeless = (question: ProfileQuestion | undefined) => question && { ...question, from: 0, to: 0 };
  return JSON.stringify([timeless(questions?.question), timeless(questions?.baseline)]);
}
