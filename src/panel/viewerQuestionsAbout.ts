import type { Problem } from '../base/problem';
import type { ViewerQuestions } from '../flamegraph/viewer/viewerQuestions';
import { ROOT } from '../profile/callTree';
import type { ProfileAnswer, ProfileQuestion, ProfileSource } from '../profile/profileSource';
import type { ProfileOfQuery } from './panelViews';
import { notedQuestions, questionAbout } from './partQuestion';
import type { PartAnswer } from './usePartProfile';

/** What is shown, as a question that can be asked more about. */
export function questionsAbout(
  { frame }: ProfileOfQuery,
  part: PartAnswer | undefined,
  source: ProfileSource | undefined
): ViewerQuestions | undefined {
  const { question, baseline } = notedQuestions(frame);
  if (source === undefined || question === undefined) {
    return undefined;
  }
  if (part === undefined) {
    return { source, question, baseline };
  }
  if (part.question !== undefined) {
    return { source, question: part.question };
  }
  const left = part.baseline?.length === 1 ? questionAbout(question, part.baseline[0]) : baseline;
  return { source, question: questionAbout(question, part.span), baseline: left };
}

/** See `ViewerQuestions`. Of a comparison the question is that of the right side. */
export function averageTotalOf(
  shown: ProfileAnswer | { readonly problem: Problem },
  { otherProfileTypeIds = [] }: ProfileQuestion
): number | undefined {
  return 'problem' in shown || shown.averagedOver === undefined || otherProfileTypeIds.length > 0
    ? undefined
    : (shown.tree.right ?? shown.tree).total[ROOT];
}
