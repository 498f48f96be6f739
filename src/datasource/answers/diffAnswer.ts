import { problemOf, type ProblemKind } from '../../base/problem';
import { describeProfileType } from '../../catalogue/describeProfileType';
import type { CallTree } from '../../profile/callTree';
import type { ProfileAnswer, ProfileQuestion } from '../../profile/profileSource';
import { checkTypesAlike } from '../queries/queryChecks';
import type { Asked } from './asked';
import { answerProfile, combineOf } from './profileAnswer';

/**
 * Both sides in one tree, the baseline as the left one: by the backend's own comparison where that gives the right
 * numbers, else from two profiles. The types may differ if they count the same thing in the same way.
 */
export async function answerDiff(
  asked: Asked,
  baseline: ProfileQuestion,
  compared: ProfileQuestion,
  signal: AbortSignal
): Promise<ProfileAnswer> {
  checkTypesAlike([...typesOf(compared), ...typesOf(baseline)], 'compared');
  const whole = fitsDiffCall(baseline, compared) ? await diffCall(asked, baseline, compared, signal) : undefined;
  if (whole !== undefined) {
    return { tree: whole };
  }
  const [left, right] = await Promise.all([
    answerProfile(asked, baseline, signal),
    answerProfile(asked, compared, signal),
  ]);
  const { averagedOver } = right;
  const tree = await combineOf(asked)({ how: 'diff', left: left.tree, right: right.tree }, signal);
  return { tree, ...(averagedOver === undefined ? {} : { averagedOver }) };
}

function typesOf({ profileTypeId, otherProfileTypeIds = [] }: ProfileQuestion): string[] {
  return [profileTypeId, ...otherProfileTypeIds];
}

/**
 * The backend adds up, takes one type a side, reads only the older selectors everywhere, and takes the larger of the two
 * limits of nodes for both sides (pkg/querier, Diff).
 */
function fitsDiffCall(baseline: ProfileQuestion, compared: ProfileQuestion): boolean {
  const isPlain = (question: ProfileQuestion) =>
    typesOf(question).length === 1 &&
    describeProfileType(question.profileTypeId).aggregation === 'cumulative' &&
    [question.spanSelector, question.traceIdSelector, question.profileIdSelector, question.callSite].every(
      (selector = []) => selector.length === 0
    );
  return isPlain(baseline) && isPlain(compared) && baseline.maxNodes === compared.maxNodes;
}

/** What a backend without the method says, and one whose comparison failed: it calls any failure a bad request. */
const TRY_APART: readonly ProblemKind[] = ['unsupported', 'bad-request', 'backend-failed', 'too-many-nodes'];

/** Undefined where both sides have to be asked for by themselves; what is wrong with them is then told better, too. */
async function diffCall(
  { client }: Asked,
  baseline: ProfileQuestion,
  compared: ProfileQuestion,
  signal: AbortSignal
): Promise<CallTree | undefined> {
  try {
    return await client.diff(baseline, compared, signal);
  } catch (error) {
    if (signal.aborted || !TRY_APART.includes(problemOf(error).kind)) {
      throw error;
    }
    return undefined;
  }
}
