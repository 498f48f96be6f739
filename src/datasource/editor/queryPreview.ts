import { rangeUtil, type TimeRange } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { durationText } from '../../pyroscope/durationText';
import { formatLabelSelector, parseLabelSelector } from '../../pyroscope/labelSelector';
import type { PlannedStep } from '../answers/plannedStep';
import { SERVICE_LABEL } from '../answers/uploadIntervals';
import type { ProfileQueryType } from '../../profile/profileQuery';
import type { ProfilesQuery } from '../profilesQuery';
import { kindOf } from './queryKinds';
import { mayHoldVariable } from './variableText';

export interface PreviewContext {
  /** What the data source takes for an absent profile type and maximum of nodes. */
  readonly defaultType: string;
  readonly usualMaxNodes: number;
  readonly range: TimeRange | undefined;
  /** Absent: nothing was asked yet, so that nobody knows how finely the panel can draw. */
  readonly step: PlannedStep | undefined;
}

/** What will be asked, in one line: "CPU of checkout, last 1 hour, step 15 s: 1 series request, 1 flame graph …". */
export function queryPreview(query: ProfilesQuery, context: PreviewContext): string {
  const { range, step } = context;
  const { labelSelector = '{}' } = query;
  if (!mayHoldVariable(labelSelector) && !parseLabelSelector(labelSelector.trim() || '{}').ok) {
    return 'Nothing is asked while the selector cannot be read';
  }
  const kind = kindOf(query.queryType);
  const isOverTime =
    kind !== 'profile' && kind !== 'diff' && (kind !== 'functions' || query.functions?.as === 'series');
  const about = [
    subjectOf(query, context.defaultType),
    range === undefined ? undefined : rangeInWords(range),
    step === undefined || !isOverTime ? undefined : stepInWords(step),
  ];
  return `${about.filter((part) => part !== undefined).join(', ')}: ${requestsOf(query, context)}`;
}

function subjectOf(
  { profileTypeId = '', otherProfileTypeIds = [], labelSelector = '{}' }: ProfilesQuery,
  defaultType: string
): string {
  const ids = [profileTypeId === '' ? defaultType : profileTypeId, ...otherProfileTypeIds];
  const types = ids.map((id) => (id.includes('$') ? id : describeProfileType(id).label)).join(' + ');
  const parsed = parseLabelSelector(labelSelector.trim() === '' ? '{}' : labelSelector);
  if (!parsed.ok) {
    return `${types} of ${labelSelector}`;
  }
  const named = parsed.matchers.find(({ name, op, value }) => name === SERVICE_LABEL && op === '=' && value !== '');
  const others = parsed.matchers.filter((matcher) => matcher !== named);
  const where = others.length === 0 ? '' : ` with ${formatLabelSelector(others).slice(1, -1)}`;
  const isOfAll = named === undefined && !others.some(({ name }) => name === SERVICE_LABEL);
  return `${types}${named === undefined ? (isOfAll ? ' of all services' : '') : ` of ${named.value}`}${where}`;
}

function rangeInWords({ raw }: TimeRange): string {
  const words = rangeUtil.describeTimeRange(raw);
  return words.replace(/^Last/, 'last');
}

function stepInWords({ step, isGuess }: PlannedStep): string {
  return `step ${isGuess ? 'about ' : ''}${durationText(step)}`;
}

/** What Pyroscope answers at once unless that was changed: a day. */
const ONE_REQUEST_MS = 86_400_000;
/** How many flame graphs a split takes, where the query does not say. */
const USUAL_GROUPS = 10;

/** The requests for the answer itself; what finds out about the data comes before them, and is kept for a while. */
function requestsOf(query: ProfilesQuery, { defaultType, usualMaxNodes, range, step }: PreviewContext): string {
  const kind = kindOf(query.queryType);
  if (kind === undefined) {
    return `what ${query.queryType} is`;
  }
  const { requests, needsInterval } = countRequests(query, kind, defaultType);
  const { maxNodes = usualMaxNodes } = query;
  const parts = [
    counted(requests.series, 'series request'),
    counted(requests.heatmaps, 'heatmap request'),
    graphsOf(query, kind, requests.graphs, `of ≤ ${maxNodes.toLocaleString('en')} nodes`),
  ].filter((part) => part !== '');
  const isLong = range !== undefined && range.to.valueOf() - range.from.valueOf() > ONE_REQUEST_MS;
  const isFirst = needsInterval && (step === undefined || step.isGuess);
  return [
    parts.join(', '),
    isLong ? ', in parts where the backend answers less at once' : '',
    isFirst ? '; before them a few small ones to find the upload interval' : '',
  ].join('');
}

interface Requests {
  readonly series: number;
  readonly heatmaps: number;
  readonly graphs: number;
}

/** What the answers of `answers/` ask, so that nobody is promised less. */
function countRequests(
  query: ProfilesQuery,
  kind: ProfileQueryType,
  defaultType: string
): { readonly requests: Requests; readonly needsInterval: boolean } {
  const { profileTypeId = '', otherProfileTypeIds = [], groupBy = [], limit, functions } = query;
  const types = 1 + otherProfileTypeIds.length;
  // Snapshots are averaged over what a time series tells of them.
  const isLevel = describeProfileType(profileTypeId || defaultType).aggregation !== 'cumulative';
  const averages = isLevel ? types : 0;
  const isSplit = query.groupProfileBy !== undefined;
  const rest = query.includeRest === true && limit !== undefined && groupBy.length > 0 ? types : 0;
  const ofSpans = query.heatmapType === 'span' ? 1 : 0;
  const exemplars = query.includeExemplars === true ? 1 : 0;
  const besides = {
    series: exemplars * (1 - ofSpans),
    heatmaps: exemplars * ofSpans + (query.includeHeatmap === true ? 1 : 0),
  };
  const series = types + rest + besides.series;
  const graph = { series: (isSplit ? types : 0) + averages, graphs: types };
  switch (kind) {
    case 'both':
      return {
        requests: { series: series + graph.series, heatmaps: besides.heatmaps, graphs: types },
        needsInterval: true,
      };
    case 'metrics':
      return { requests: { series, heatmaps: besides.heatmaps, graphs: 0 }, needsInterval: true };
    case 'profile':
      return { requests: { ...graph, heatmaps: 0 }, needsInterval: isLevel };
    case 'diff':
      return { requests: { series: 2 * averages, heatmaps: 0, graphs: 2 * types }, needsInterval: isLevel };
    case 'functions':
      return functions?.as === 'series'
        ? { requests: { series: types, heatmaps: 0, graphs: types }, needsInterval: true }
        : { requests: { ...graph, series: averages, heatmaps: 0 }, needsInterval: isLevel };
    case 'heatmap':
      return {
        requests: { series: besides.series, heatmaps: 1 + exemplars * ofSpans, graphs: 0 },
        needsInterval: true,
      };
    case 'exemplars':
      return { requests: { series: 1 - ofSpans, heatmaps: ofSpans, graphs: 0 }, needsInterval: true };
    default:
      return assertNever(kind);
  }
}

function graphsOf(
  { groupProfileBy, limit, functions }: ProfilesQuery,
  kind: ProfileQueryType,
  count: number,
  nodes: string
) {
  if (count === 0) {
    return '';
  }
  const one = kind === 'functions' ? 'profile' : 'flame graph';
  const counts = `${counted(count, one)} ${nodes}`;
  if (kind === 'functions') {
    return functions?.as === 'series' ? `${counts} for each step` : counts;
  }
  if (kind === 'diff') {
    return `${counts}, compared`;
  }
  return groupProfileBy === undefined
    ? counts
    : `${counts} for each ${groupProfileBy}, at most ${limit ?? USUAL_GROUPS}, and for the rest`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
