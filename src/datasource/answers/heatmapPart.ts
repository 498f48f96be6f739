import type { DataFrame } from '@grafana/data';
import { epochMs, milliseconds, millisecondsToSeconds } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { heatmapFrame } from '../../frames/heatmapFrame';
import { PANEL_ID } from '../../pluginIds';
import type { Heatmap } from '../../pyroscope/questions';
import { chooseStep, stepGrid } from '../numbers/stepGrid';
import { profileTitle } from '../queries/queryText';
import type { ReadyQuery } from '../queries/readyQuery';
import { explainRefusal } from './explainRefusal';
import { withFirstTypeNotice } from './firstTypeNotice';
import { MOST_SLOTS } from './mostPoints';
import { questionOf, withExecutedQuery, withNotices, type Answering, type Target } from './answering';

/** Grafana's own panel for heatmaps. */
const CORE_HEATMAP = 'heatmap';
const SPREAD =
  'The range is longer than the backend answers at once, and each part has buckets of its own: how many profiles there were when is exact, of which size they were is to about one bucket.';

/** How many profiles, or spans, of which size there were when. */
export async function heatmapFrames(answering: Answering, target: Target, signal: AbortSignal): Promise<DataFrame[]> {
  const { query, span } = target;
  const { heatmap, stepMs } = await askHeatmap(answering, target, { exemplars: false }, signal);
  return heatmap.series
    .filter(({ timestamps }) => timestamps.length > 0)
    .map(({ timestamps, counts }) => {
      const frame = heatmapFrame(
        { bucketMins: heatmap.bucketMins, timestamps, counts },
        {
          refId: query.refId,
          name: `${query.exemplarsOf === 'span' ? 'Spans' : 'Profiles'}: ${titleOf(query)}`,
          unit: describeProfileType(query.profileTypeId).profileUnit,
          // With a flame graph, ours draws both.
          panelInExplore: query.wants.has('profile') ? PANEL_ID : CORE_HEATMAP,
          meta: { version: 1, kind: 'heatmap', question: questionOf(query, span), counted: query.exemplarsOf, stepMs },
        }
      );
      const noticed = withNotices(withExecutedQuery(frame, query), heatmap.isSpread === true ? [SPREAD] : []);
      return withFirstTypeNotice(noticed, query);
    });
}

/** The heatmap of a query, not split by labels. Rejects with `unsupported` where the backend has none. */
export async function askHeatmap(
  answering: Answering,
  { query, span, wantedStep }: Target,
  { exemplars }: { readonly exemplars: boolean },
  signal: AbortSignal
): Promise<{ readonly heatmap: Heatmap; readonly stepMs: number }> {
  const { client, finder } = answering;
  const { profileTypeId, labelSelector, exemplarsOf } = query;
  const { longest } = await finder.find(profileTypeId, labelSelector, span, signal);
  const shortest = milliseconds(Math.max(wantedStep, (span.to - span.from) / MOST_SLOTS));
  const { first, last, step } = stepGrid(span, chooseStep(shortest, longest));
  const question = {
    profileTypeId,
    labelSelector,
    // A slot at the first point holds what is before it. A range that is one slot long must not be empty.
    from: first,
    to: last > first ? last : epochMs(first + 1),
    stepSeconds: millisecondsToSeconds(step),
    kind: exemplarsOf,
    exemplars,
  };
  const heatmap = await explainRefusal(
    answering,
    {
      feature: 'heatmap',
      sentence: 'This backend has no heatmaps, which need the newer storage of Pyroscope (v2): ask for a time series.',
    },
    () => client.selectHeatmap(question, signal),
    signal
  );
  return { heatmap, stepMs: step };
}

function titleOf({ profileTypeId, labelSelector }: ReadyQuery): string {
  return profileTitle(profileTypeId, labelSelector);
}
