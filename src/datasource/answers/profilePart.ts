import type { DataFrame } from '@grafana/data';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { callTreeToFrameInTurns } from '../../frames/callTreeToFrame';
import { ROOT, type CallTree } from '../../profile/callTree';
import type { ProfileAnswer } from '../../profile/profileSource';
import { profileTitle } from '../queries/queryText';
import { questionOf, withExecutedQuery, type Answering, type Target } from './answering';
import { answerProfile, combineOf } from './profileAnswer';

/** Values of a label that a flame graph is split by, where the query does not say how many. */
const USUAL_VALUES = 10;
/** Node of all the values that were left out. */
const OTHER_VALUES = 'other values';

/** The flame graph of a query; none where there is nothing in it. */
export async function profileFrames(
  answering: Answering,
  { query, span }: Target,
  signal: AbortSignal
): Promise<DataFrame[]> {
  const { profileTypeId, labelSelector, groupProfileBy } = query;
  const question = questionOf(query, span);
  const { tree, averagedOver } =
    groupProfileBy === undefined
      ? await answerProfile(answering, question, signal)
      : await groupedProfile(answering, { query, span, label: groupProfileBy }, signal);
  if (tree.total[ROOT] === 0) {
    return [];
  }
  const by = groupProfileBy === undefined ? '' : ` by ${groupProfileBy}`;
  const title = `${profileTitle(profileTypeId, labelSelector, query.otherProfileTypeIds)}${by}`;
  const frame = await callTreeToFrameInTurns(
    tree,
    {
      refId: query.refId,
      name: title,
      unit: describeProfileType(profileTypeId).profileUnit,
      meta: {
        version: 1,
        kind: 'profile',
        question,
        title,
        dataSource: { uid: answering.uid },
        ...(averagedOver === undefined ? {} : { averagedOver }),
        ...(groupProfileBy === undefined ? {} : { groupedBy: groupProfileBy }),
      },
    },
    signal
  );
  return [withExecutedQuery(frame, query)];
}

/** One subtree for each value of the label, the largest first, what the limit leaves out last. */
async function groupedProfile(
  answering: Answering,
  { query, span, label }: Pick<Target, 'query' | 'span'> & { readonly label: string },
  signal: AbortSignal
): Promise<ProfileAnswer> {
  const { askByLabel } = await import(/* webpackChunkName: "functionsAnswer" */ './labelProfiles');
  const limit = query.limit ?? USUAL_VALUES;
  const split = { label, limit, withRest: true };
  const { values, rest, averagedOver } = await askByLabel(answering, questionOf(query, span), split, signal);
  const groups: Array<{ name: string; tree: CallTree }> = values.map(({ value, tree }) => ({
    name: value === '' ? `no ${label}` : value,
    tree,
  }));
  if (rest !== undefined) {
    groups.push({ name: OTHER_VALUES, tree: rest });
  }
  const unit = describeProfileType(query.profileTypeId).sampleUnit;
  const tree = await combineOf(answering)({ how: 'group', groups, unit }, signal);
  return { tree, ...(averagedOver === undefined ? {} : { averagedOver }) };
}
