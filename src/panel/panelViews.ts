import { FieldType, type DataFrame } from '@grafana/data';
import { pyrolensMeta } from '../frames/frameMeta';
import { isProfileFrame } from '../frames/frameToCallTree';
import { isSeriesFrame } from '../frames/seriesFrames';

/** One tab of the panel: a profile with the series of its query, or series alone. */
export interface PanelView {
  /** Stays the same from refresh to refresh. */
  readonly key: string;
  readonly label: string;
  readonly profile?: ProfileOfQuery;
  /** Frames of time series, in one unit. */
  readonly series: readonly DataFrame[];
}

export interface ProfileOfQuery {
  readonly frame: DataFrame;
  /** How many profile frames of the same query stand before it. */
  readonly position: number;
}

/**
 * The views of what a panel was given, in its order. Each profile is a view, with the series of its own query above it;
 * without such series, with those of the queries that have no profile, so that a query for series and another for the
 * profile belong together. Without any profile there is a view for each unit.
 */
export function panelViews(frames: readonly DataFrame[]): PanelView[] {
  const profiles = frames.filter(isProfileFrame);
  const series = frames.filter(isSeriesFrame);
  if (profiles.length === 0) {
    return viewsOfSeries(series);
  }
  const queriesWithProfile = new Set(profiles.map(({ refId }) => refId));
  const freeSeries = firstUnit(series.filter(({ refId }) => !queriesWithProfile.has(refId)));
  const seen = new Map<string | undefined, number>();
  return profiles.map((frame) => {
    const position = seen.get(frame.refId) ?? 0;
    seen.set(frame.refId, position + 1);
    const own = firstUnit(series.filter(({ refId }) => refId === frame.refId));
    return {
      key: `${frame.refId ?? ''}/${position}`,
      label: labelOf(frame),
      profile: { frame, position },
      series: own.length > 0 ? own : freeSeries,
    };
  });
}

function viewsOfSeries(series: readonly DataFrame[]): PanelView[] {
  const units = [...new Set(series.map(unitOf))];
  return units.map((unit) => {
    const sameUnit = series.filter((frame) => unitOf(frame) === unit);
    return { key: `unit ${unit}`, label: labelOf(sameUnit[0]), series: sameUnit };
  });
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
