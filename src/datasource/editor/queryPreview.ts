import { rangeUtil, type TimeRange } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { durationText } from '../../pyroscope/durationText';
import { formatLabelSelector, parseLabelSelector } from '../../pyroscope/labelSelector';
import { SERVICE_LABEL } from '../answers/uploadIntervals';
import type { PlannedStep } from '../ProfilesDataSource';
import type { ProfilesQuery } from '../profilesQuery';
import { kindOf } from './queryKinds';

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
  const kind = kindOf(query.queryType);
  const isOverTime =
    kind !== 'profile' && kind !== 'diff' && (kind !== 'functions' || query.functions?.as === 'series');
  const about = [
    subjectOf(query, context.defaultType),
    range === undefined ? undefined : rangeInWords(range),
    step === undefined || !isOverTime ? undefined : stepInWords(step),
  ];
  return `${about.filter((part) => part !== undefined).join(', ')}: ${requestsOf(query, context.usualMaxNodes)}`;
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

function stepInWords({ step, isLeast }: PlannedStep): string {
  return `step ${isLeast ? 'at least ' : ''}${durationText(step)}`;
}

function requestsOf(query: ProfilesQuery, usualMaxNodes: number): string {
  const { maxNodes = usualMaxNodes, otherProfileTypeIds = [], groupProfileBy, limit, functions = {} } = query;
  const types = 1 + otherProfileTypeIds.length;
  const nodes = `of ≤ ${maxNodes.toLocaleString('en')} nodes`;
  const more = [query.includeExemplars && 'exemplars', query.includeHeatmap && 'a heatmap'].filter(Boolean);
  const series = `${counted(types, 'series request')}${more.length === 0 ? '' : ` with ${more.join(' and ')}`}`;
  const graph =
    groupProfileBy === undefined
      ? `${counted(types, 'flame graph')} ${nodes}`
      : `a flame graph ${nodes} for each ${groupProfileBy}${limit === undefined ? '' : `, at most ${limit}`}`;
  const kind = kindOf(query.queryType);
  switch (kind) {
    case undefined:
      return `what ${query.queryType} is`;
    case 'both':
      return `${series}, ${graph}`;
    case 'metrics':
      return series;
    case 'profile':
      return graph;
    case 'diff':
      return `${counted(2 * types, 'flame graph')} ${nodes}, compared`;
    case 'functions':
      return functions.as === 'series' ? `a profile ${nodes} for each step` : `${counted(types, 'profile')} ${nodes}`;
    case 'heatmap':
      return counted(types, 'heatmap request');
    case 'exemplars':
      return `${counted(types, 'series request')} with exemplars`;
    default:
      return assertNever(kind);
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
