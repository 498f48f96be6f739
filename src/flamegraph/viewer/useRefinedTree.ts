import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf, type Problem } from '../../base/problem';
import type { CallTree } from '../../profile/callTree';
import { nodeByPath } from '../../profile/nodePath';
import { loadTreeOperations } from '../../worker/loadTreeOperations';
import { askFiner, askMore } from './askFiner';
import type { ViewerQuestions } from './viewerQuestions';

/** Names from the root's child down to the place that is asked about; empty for the whole profile. */
type Place = readonly string[];

const WHOLE: Place = [];

interface Refinement {
  /** What was given: another one begins anew. */
  readonly base: CallTree;
  readonly tree: CallTree;
  /** Places that were asked about, as JSON: no place is asked about twice by itself. */
  readonly asked: ReadonlySet<string>;
  readonly pending?: Place;
  readonly failed?: { readonly place: Place; readonly problem: Problem };
}

export interface RefinedTree {
  /** The given tree, with all that was asked for since in place. */
  readonly tree: CallTree;
  readonly pending: Place | undefined;
  readonly failed: Problem | undefined;
  readonly tryAgain: () => void;
  /** Asks for what is cut below a place, unless that was asked before. */
  readonly refine: (place: Place) => void;
}

/**
 * A profile that gets finer where it is looked at closely: what the backend merged below the focused place is asked for
 * and put in place. `focus`: names from the root's child, or undefined where places are not those of the profile
 * (bottom-up). Without `questions` the tree stays as it is.
 */
export function useRefinedTree(
  base: CallTree,
  questions: ViewerQuestions | undefined,
  focus: readonly string[] | undefined
): RefinedTree {
  const [known, setKnown] = useState<Refinement>({ base, tree: base, asked: new Set() });
  const current = known.base === base ? known : { base, tree: base, asked: new Set<string>() };
  const cancellation = useRef<AbortController>(undefined);
  const latest = useRef(current);
  /** More of the whole was asked for: a refresh does not take it away again. */
  const wantsMore = useRef(false);
  useEffect(() => {
    latest.current = current;
  });
  useEffect(
    () => () => {
      cancellation.current?.abort();
      setKnown((last) => (last.pending === undefined ? last : { ...last, pending: undefined }));
    },
    [base, questions]
  );

  const ask = useCallback(
    (place: Place) => {
      if (questions === undefined) {
        return;
      }
      cancellation.current?.abort();
      const asking = new AbortController();
      cancellation.current = asking;
      const { tree, asked } = latest.current;
      const change = (part: Partial<Refinement>) =>
        setKnown({ base, tree, asked: new Set([...asked, JSON.stringify(place)]), ...part });
      change({ pending: place });
      finer(questions, tree, place, asking.signal).then(
        (next) => !asking.signal.aborted && change({ tree: next }),
        (error: unknown) => !asking.signal.aborted && change({ failed: { place, problem: problemOf(error) } })
      );
    },
    [base, questions]
  );
  const refine = useCallback(
    (place: Place) => {
      const { tree, asked } = latest.current;
      wantsMore.current ||= place.length === 0;
      if (isCutBelow(tree, place) && (place.length === 0 || !asked.has(JSON.stringify(place)))) {
        ask(place);
      }
    },
    [ask]
  );

  const focusKey = focus === undefined || focus.length === 0 ? undefined : JSON.stringify(focus);
  useEffect(() => {
    if (wantsMore.current && !latest.current.asked.has(JSON.stringify(WHOLE))) {
      refine(WHOLE);
    } else if (focusKey !== undefined) {
      refine(JSON.parse(focusKey) as Place);
    }
  }, [focusKey, refine]);

  const { tree, pending, failed } = current;
  return {
    tree,
    pending,
    failed: failed?.problem,
    tryAgain: () => failed && ask(failed.place),
    refine,
  };
}

async function finer(questions: ViewerQuestions, tree: CallTree, place: Place, signal: AbortSignal): Promise<CallTree> {
  if (place.length === 0) {
    return askMore(questions, tree, signal);
  }
  const answer = await askFiner(questions, tree, place, signal);
  const node = nodeByPath(tree, place);
  if (answer.of === 'whole' || node === undefined) {
    return answer.tree;
  }
  const operations = await loadTreeOperations();
  return (await operations.run({ do: 'refine', at: node, finer: answer.tree }, tree, signal)).tree;
}

function isCutBelow(tree: CallTree, place: Place): boolean {
  const node = nodeByPath(tree, place);
  return node !== undefined && tree.truncated?.some((cut) => cut >= node && cut < tree.subtreeEnd[node]) === true;
}
