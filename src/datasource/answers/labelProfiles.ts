import { epochMs, milliseconds, millisecondsToSeconds } from '../../base/units';
import { ROOT, type CallTree } from '../../profile/callTree';
import type { LabelValueProfile, ProfileQuestion } from '../../profile/profileSource';
import { askParts } from '../../pyroscope/askParts';
import { addMatchers, type LabelMatcher } from '../../pyroscope/labelSelector';
import { regexAlternatives } from '../queries/regexAlternatives';
import type { Asked } from './asked';
import { answerProfile } from './profileAnswer';

/** Profiles asked for at a time. */
const AT_ONCE = 4;

/** A profile split by a label. */
export interface LabelProfiles {
  /** Largest first. What lacks the label has the empty value. */
  readonly values: readonly LabelValueProfile[];
  /** All values that the limit left out, in one; absent where it left out none. */
  readonly rest?: CallTree;
  /** For snapshots: how many the largest number of them is the average of. */
  readonly averagedOver?: number;
}

/**
 * The profile of each value of a label, one request each; the values with the most in the range, at most `limit`.
 *
 * @param withRest whether what is left out is asked for as well
 */
export async function askByLabel(
  asked: Asked,
  question: ProfileQuestion,
  { label, limit, withRest }: { readonly label: string; readonly limit: number; readonly withRest: boolean },
  signal: AbortSignal
): Promise<LabelProfiles> {
  const all = await valuesBySize(asked, question, label, signal);
  const shown = all.slice(0, limit);
  const others: LabelMatcher[] =
    withRest && all.length > shown.length ? [{ name: label, op: '!~', value: regexAlternatives(shown) }] : [];
  const matchers: LabelMatcher[] = [...shown.map((value) => ({ name: label, op: '=', value }) as const), ...others];
  const answers = await askParts(
    matchers,
    (matcher, stop) =>
      answerProfile(asked, { ...question, labelSelector: addMatchers(question.labelSelector, [matcher]) }, stop),
    signal,
    AT_ONCE
  );
  const snapshots = answers.flatMap(({ averagedOver = [] }) => averagedOver);
  const rest = others.length === 0 ? undefined : answers[shown.length]?.tree;
  return {
    values: shown
      .map((value, at) => ({ value, tree: answers[at].tree }))
      .filter(({ tree }) => tree.total[ROOT] > 0)
      .sort((a, b) => b.tree.total[ROOT] - a.tree.total[ROOT]),
    ...(rest === undefined || rest.total[ROOT] === 0 ? {} : { rest }),
    ...(snapshots.length === 0 ? {} : { averagedOver: Math.max(...snapshots) }),
  };
}

/** The values that the label has in the range, those with the most first: by the one step that ends with the range. */
async function valuesBySize(
  { client }: Asked,
  { profileTypeId, otherProfileTypeIds = [], labelSelector, from, to }: ProfileQuestion,
  label: string,
  signal: AbortSignal
): Promise<string[]> {
  const stepSeconds = millisecondsToSeconds(milliseconds(to - from));
  const sums = new Map<string, number>();
  const types = await Promise.all(
    [profileTypeId, ...otherProfileTypeIds].map((id) =>
      client.selectSeries(
        { profileTypeId: id, labelSelector, from: to, to: epochMs(to + 1), stepSeconds, groupBy: [label] },
        signal
      )
    )
  );
  for (const { labels, values } of types.flat()) {
    const value = labels.find(({ name }) => name === label)?.value ?? '';
    sums.set(value, (sums.get(value) ?? 0) + (values[0] ?? 0));
  }
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([value]) => value);
}
