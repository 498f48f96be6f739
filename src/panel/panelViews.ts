import { DataTopic, FieldType, type DataFrame } from '@grafana/data';
import { pyrolensMeta } from '../frames/frameMeta';
import { isProfileFrame } from '../frames/frameToCallTree';
import { isHeatmapFrame } from '../frames/heatmapFrame';
import { isSeriesFrame } from '../frames/seriesFrames';

/** One tab of the panel: a profile with what its query says over time, the latter alone, or a table. */
export interface PanelView {
  /** Stays the same from refresh to refresh. */
  readonly key: string;
  readonly label: string;
  readonly profile?: ProfileOfQuery;
  /** Frames of time series, in one unit. */
  readonly series: readonly DataFrame[];
  /** How many profiles of which size there were when. */
  readonly heatmap?: DataFrame;
  /** Functions, or single profiles, in rows; then there is nothing else. */
  readonly table?: DataFrame;
}

export interface ProfileOfQuery {
  readonly frame: DataFrame;
  /** How many profile frames of the same query stand before it. */
  readonly position: number;
}

/**
 * The views of what a panel was given, in its order. Each profile is a view, with series and heatmap of its own query
 * above it; without such, with those of the queries that have no profile, so that a query for series and another for the
 * profile belong together. Without any profile there is a view for each unit. A heatmap that found no place, and each
 * table, is a view of its own.
 */
export function panelViews(frames: readonly DataFrame[]): PanelView[] {
  const heatmaps = frames.filter(isHeatmapFrame);
  const views = [...viewsOfProfiles(frames, heatmaps), ...viewsWithoutProfile(frames, heatmaps)];
  const placed = new Set(views.map(({ heatmap }) => heatmap));
  return toldApart([
    ...views,
    ...heatmaps
      .filter((heatmap) => !placed.has(heatmap))
      .map((heatmap, at) => ({ ...viewOf('heatmap', heatmap, at), heatmap })),
    ...frames.filter(isTable).map((table, at) => ({ ...viewOf('table', table, at), table })),
  ]);
}

/** Views of the same name get the letter of their query, and those of one query a number. */
function toldApart(views: readonly PanelView[]): PanelView[] {
  return views.map((view) => {
    const alike = views.filter(({ label }) => label === view.label);
    if (alike.length === 1) {
      return view;
    }
    const refId = refIdOf(view);
    const ofQuery = alike.filter((one) => refIdOf(one) === refId);
    const words = [refId, ofQuery.length > 1 ? ofQuery.indexOf(view) + 1 : ''].filter((word) => word !== '');
    return words.length === 0 ? view : { ...view, label: `${view.label} (${words.join(' ')})` };
  });
}

function refIdOf({ profile, series, heatmap, table }: PanelView): string {
  return (profile?.frame ?? series.at(0) ?? heatmap ?? table)?.refId ?? '';
}

function viewsOfProfiles(frames: readonly DataFrame[], heatmaps: readonly DataFrame[]): PanelView[] {
  const profiles = frames.filter(isProfileFrame);
  const series = frames.filter(isSeriesFrame);
  const queriesWithProfile = new Set(profiles.map(({ refId }) => refId));
  const isFree = ({ refId }: DataFrame) => !queriesWithProfile.has(refId);
  const freeSeries = firstUnit(series.filter(isFree));
  const seen = new Map<string | undefined, number>();
  return profiles.map((frame) => {
    const position = seen.get(frame.refId) ?? 0;
    seen.set(frame.refId, position + 1);
    const isOwn = ({ refId }: DataFrame) => refId === frame.refId;
    const own = firstUnit(series.filter(isOwn));
    return {
      key: `${frame.refId ?? ''}/${position}`,
      label: labelOf(frame),
      profile: { frame, position },
      series: own.length > 0 ? own : freeSeries,
      heatmap: heatmaps.find(isOwn) ?? heatmaps.find(isFree),
    };
  });
}

function viewsWithoutProfile(frames: readonly DataFrame[], heatmaps: readonly DataFrame[]): PanelView[] {
  if (frames.some(isProfileFrame)) {
    return [];
  }
  const series = frames.filter(isSeriesFrame);
  const units = [...new Set(series.map(unitOf))];
  return units.map((unit) => {
    const sameUnit = series.filter((frame) => unitOf(frame) === unit);
    const heatmap = heatmaps.find(({ refId }) => sameUnit.some((frame) => frame.refId === refId));
    return { key: `unit ${unit}`, label: labelOf(sameUnit[0]), series: sameUnit, heatmap };
  });
}

function viewOf(kind: string, frame: DataFrame, at: number): PanelView {
  return { key: `${kind} ${frame.refId ?? ''}/${at}`, label: labelOf(frame), series: [] };
}

/** What says of itself that it is a table. */
function isTable(frame: DataFrame): boolean {
  const { dataTopic, preferredVisualisationType } = frame.meta ?? {};
  return preferredVisualisationType === 'table' && dataTopic !== DataTopic.Annotations && frame.length > 0;
}

/** One axis has one unit: series in another are left for a view of their own. */
function firstUnit(series: readonly DataFrame[]): readonly DataFrame[] {
  return series.filter((frame) => unitOf(frame) === unitOf(series[0]));
}

function unitOf(frame: DataFrame): string {
  return frame.fields.find(({ type }) => type === FieldType.number)?.config.unit ?? '';
}

function labelOf(frame: DataFrame): string {
  const note = pyrolensMeta(frame);
  return (note?.kind === 'profile' ? note.title : frame.name) || (frame.refId ?? 'Profile');
}
