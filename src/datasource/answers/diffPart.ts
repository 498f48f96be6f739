import type { DataFrame } from '@grafana/data';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { callTreeToFrameInTurns } from '../../frames/callTreeToFrame';
import { ROOT, type CallTree } from '../../profile/callTree';
import type { ProfileQuestion } from '../../profile/profileSource';
import { profileTitle } from '../queries/queryText';
import { baselineSpan, type ReadyBaseline } from '../queries/readyBaseline';
import type { ReadyQuery } from '../queries/readyQuery';
import { questionOf, withExecutedQuery, withNotices, type Answering, type Target } from './answering';
import { answerDiff } from './diffAnswer';

/** A query beside its baseline, as a flame graph with two sides; none where there is nothing on either. */
export async function diffFrames(
  answering: Answering,
  { query, span }: Target,
  signal: AbortSignal
): Promise<DataFrame[]> {
  if (query.baseline === undefined) {
    return [];
  }
  const question = questionOf(query, span);
  const baseline = baselineQuestion(query, query.baseline, question);
  const { tree, averagedOver } = await answerDiff(answering, baseline, question, signal);
  if (tree.total[ROOT] === 0 && (tree.right?.total[ROOT] ?? 0) === 0) {
    return [];
  }
  const title = `${profileTitle(query.profileTypeId, query.labelSelector, query.otherProfileTypeIds)}, compared with ${query.baseline.words}`;
  const frame = await callTreeToFrameInTurns(
    tree,
    {
      refId: query.refId,
      name: title,
      unit: describeProfileType(query.profileTypeId).profileUnit,
      meta: {
        version: 1,
        kind: 'profile',
        question,
        baseline,
        title,
        dataSource: { uid: answering.uid },
        ...(averagedOver === undefined ? {} : { averagedOver }),
      },
    },
    signal
  );
  return [withNotices(withExecutedQuery(frame, query), noticesOf(tree, baseline, question))];
}

/** The query's question, but for what the baseline says of its own. */
function baselineQuestion(query: ReadyQuery, baseline: ReadyBaseline, question: ProfileQuestion): ProfileQuestion {
  const { otherProfileTypeIds, ...rest } = question;
  const hasOwnType = baseline.profileTypeId !== '' && baseline.profileTypeId !== query.profileTypeId;
  return {
    ...rest,
    ...(hasOwnType || otherProfileTypeIds === undefined ? {} : { otherProfileTypeIds }),
    profileTypeId: hasOwnType ? baseline.profileTypeId : query.profileTypeId,
    labelSelector: baseline.labelSelector,
    ...baselineSpan(baseline, question),
  };
}

function noticesOf(tree: CallTree, baseline: ProfileQuestion, compared: ProfileQuestion): string[] {
  const lengths = [baseline.to - baseline.from, compared.to - compared.from];
  const addsUp = describeProfileType(compared.profileTypeId).aggregation === 'cumulative';
  const cut = tree.truncated?.length ?? 0;
  return [
    ...(tree.total[ROOT] === 0 ? ['The baseline is empty: all that is there looks new.'] : []),
    ...(tree.right?.total[ROOT] === 0 ? ['There is nothing but the baseline: all of it looks gone.'] : []),
    ...(addsUp && lengths[0] !== lengths[1]
      ? [
          `The baseline is ${lengthText(lengths[0])} long, what it is compared with ${lengthText(lengths[1])}: compare shares, not values.`,
        ]
      : []),
    ...(cut > 0
      ? [
          'The backend cut small functions from each side by itself, so some may look new or gone that are not: raise the maximum of nodes to see them.',
        ]
      : []),
  ];
}

function lengthText(ms: number): string {
  const units = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
  ] as const;
  const [size, unit] = units.find(([each]) => ms >= each && ms % (each / 60) === 0) ?? ([1000, 's'] as const);
  return `${(ms / size).toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}
