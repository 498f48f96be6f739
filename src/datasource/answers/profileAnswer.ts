import { epochMs, milliseconds, millisecondsToSeconds } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { ROOT, type CallTree } from '../../profile/callTree';
import type { ProfileAnswer, ProfileQuestion } from '../../profile/profileSource';
import type { PyroscopeClient } from '../../pyroscope/client';
import { addMatchers } from '../../pyroscope/labelSelector';
import { combineInPlace, type Combine } from '../../worker/combineJob';
import { averageOverSpan } from '../numbers/snapshots';
import { checkTypesAlike } from '../queries/queryChecks';
import { regexAlternatives } from '../queries/regexAlternatives';
import type { Asked } from './asked';
import { checkSelectors } from './checkSelectors';
import { askSnapshotSlots, type SnapshotSlots } from './snapshotSlots';
import { SERVICE_LABEL, serviceOf, type UploadIntervalFinder } from './uploadIntervals';

/** One profile with the right numbers: as it is for types that add up, an average for snapshots. */
export async function answerProfile(
  asked: Asked,
  question: ProfileQuestion,
  signal: AbortSignal
): Promise<ProfileAnswer> {
  await checkSelectors(asked, question, signal);
  const { profileTypeId, otherProfileTypeIds = [], ...rest } = question;
  checkTypesAlike([profileTypeId, ...otherProfileTypeIds], 'added up');
  const answers = await Promise.all(
    [profileTypeId, ...otherProfileTypeIds].map((id) => answerOneType(asked, { ...rest, profileTypeId: id }, signal))
  );
  if (answers.length === 1) {
    return answers[0];
  }
  const snapshots = answers.flatMap(({ averagedOver = [] }) => averagedOver);
  return {
    tree: await combineOf(asked)({ how: 'sum', parts: answers }, signal),
    ...(snapshots.length === 0 ? {} : { averagedOver: Math.max(...snapshots) }),
  };
}

async function answerOneType(asked: Asked, question: ProfileQuestion, signal: AbortSignal): Promise<ProfileAnswer> {
  const { client, finder } = asked;
  const { aggregation } = describeProfileType(question.profileTypeId);
  if (aggregation === 'cumulative') {
    return { tree: await client.mergeStacktraces(question, signal) };
  }
  const chosen = question.profileIdSelector?.length ?? 0;
  if (chosen > 0) {
    return averaged(asked, [{ tree: await client.mergeStacktraces(question, signal), snapshots: chosen }], signal);
  }
  return averaged(asked, await countedTrees({ client, finder, question, signal }), signal);
}

/** A sum over snapshots, and how many there were of each process. */
interface CountedTree {
  readonly tree: CallTree;
  readonly snapshots: number;
}

interface Asking {
  readonly client: PyroscopeClient;
  readonly finder: UploadIntervalFinder;
  readonly question: ProfileQuestion;
  readonly signal: AbortSignal;
}

/** One tree; or several, because the backend adds up services that upload at different intervals. */
async function countedTrees({ client, finder, question, signal }: Asking): Promise<CountedTree[]> {
  const { profileTypeId, labelSelector, from, to } = question;
  const intervals = await finder.find(profileTypeId, labelSelector, question, signal);
  const slotsAsk = { profileTypeId, labelSelector, from, to, groupBy: [] };
  const asking = askSnapshotSlots(client, intervals, slotsAsk, signal);
  if (intervals.byService.size === 0) {
    const [slots, summed] = await Promise.all([asking, summedTree(client, question, signal)]);
    return [counted(summed, levelOf(slots, question))];
  }
  const all = await asking;
  const alike = [...new Set(all.map(({ interval }) => interval))].map((one) =>
    all.filter(({ interval }) => interval === one)
  );
  return Promise.all(
    alike.map(async (slots) => {
      const services = slots.map(({ labels }) => serviceOf(labels));
      const matcher = { name: SERVICE_LABEL, op: '=~', value: regexAlternatives(services) } as const;
      const part = { ...question, labelSelector: addMatchers(labelSelector, [matcher]) };
      return counted(await summedTree(client, part, signal), levelOf(slots, question));
    })
  );
}

/** A tree that is a sum over snapshots, and the total of these snapshots, of which the tree may be a part. */
interface SummedTree {
  readonly tree: CallTree;
  readonly sum: number;
}

async function summedTree(
  client: PyroscopeClient,
  question: ProfileQuestion,
  signal: AbortSignal
): Promise<SummedTree> {
  const [tree, sum] = await Promise.all([
    client.mergeStacktraces(question, signal),
    question.callSite === undefined ? undefined : sumOfSnapshots(client, question, signal),
  ]);
  return { tree, sum: sum ?? tree.total[ROOT] };
}

/** What all snapshots of the range add up to: one step as long as the range. */
async function sumOfSnapshots(
  client: PyroscopeClient,
  question: ProfileQuestion,
  signal: AbortSignal
): Promise<number> {
  const { profileTypeId, labelSelector, from, to } = question;
  const stepSeconds = millisecondsToSeconds(milliseconds(to - from));
  const series = await client.selectSeries(
    { profileTypeId, labelSelector, from: to, to: epochMs(to + 1), stepSeconds },
    signal
  );
  return series.reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
}

/** What all processes had together at a time, on average over the range. */
function levelOf(slots: readonly SnapshotSlots[], question: ProfileQuestion): number {
  return slots.reduce((level, series) => level + averageOverSpan(series, question), 0);
}

/**
 * The number of snapshots is what they add up to, divided by what there was at a time. Counting uploads would not do:
 * it is not known how many processes there are, and they come and go.
 */
function counted({ tree, sum }: SummedTree, level: number): CountedTree {
  const snapshots = sum / level;
  return { tree, snapshots: Number.isFinite(snapshots) ? Math.max(1, snapshots) : 1 };
}

async function averaged(asked: Asked, parts: readonly CountedTree[], signal: AbortSignal): Promise<ProfileAnswer> {
  const scaled = parts.map(({ tree, snapshots }) => ({ tree, factor: 1 / snapshots }));
  const sum = parts.reduce((all, { tree }) => all + tree.total[ROOT], 0);
  const average = scaled.reduce((all, { tree, factor }) => all + tree.total[ROOT] * factor, 0);
  return {
    tree: await combineOf(asked)({ how: 'sum', parts: scaled }, signal),
    averagedOver: average === 0 ? 1 : Math.max(1, Math.round(sum / average)),
  };
}

/** What puts trees together, off the main thread where they are large. */
export function combineOf({ combine = combineInPlace }: Asked): Combine {
  return combine;
}
