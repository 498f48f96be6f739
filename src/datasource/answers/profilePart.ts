import type { DataFrame } from '@grafana/data';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { callTreeToFrame } from '../../frames/callTreeToFrame';
import { ROOT } from '../../profile/callTree';
import { profileTitle } from '../queries/queryText';
import { questionOf, withExecutedQuery, type Answering, type Target } from './answering';
import { answerProfile } from './profileAnswer';

/** The flame graph of a query; none where there is nothing in it. */
export async function profileFrames(
  answering: Answering,
  { query, span }: Target,
  signal: AbortSignal
): Promise<DataFrame[]> {
  const { profileTypeId, labelSelector } = query;
  const question = questionOf(query, span);
  const { tree, averagedOver } = await answerProfile(answering, question, signal);
  if (tree.total[ROOT] === 0) {
    return [];
  }
  const title = profileTitle(profileTypeId, labelSelector);
  const frame = callTreeToFrame(tree, {
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
    },
  });
  return [withExecutedQuery(frame, query)];
}
