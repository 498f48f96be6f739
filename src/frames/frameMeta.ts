import type { DataFrame } from '@grafana/data';
import type { Problem } from '../base/problem';
import type { ProfileQuestion } from '../profile/profileSource';

/**
 * What our data source tells our panel about a frame beyond Grafana's own fields; it rides in `meta.custom.pyrolens`.
 * Plain data, saved nowhere.
 */
export type PyrolensFrameMeta = ProfileFrameMeta | SeriesFrameMeta | HeatmapFrameMeta;

export interface ProfileFrameMeta {
  readonly version: 1;
  readonly kind: 'profile';
  /** The question that this profile answers: what to ask again for another range. */
  readonly question: ProfileQuestion;
  /** For a comparison: the question of the baseline, the left side. */
  readonly baseline?: ProfileQuestion;
  /** The label whose values are the root's children, where the profile is split by one. */
  readonly groupedBy?: string;
  /** Title for people: "CPU time of checkout". */
  readonly title: string;
  /** Whom to ask it: Explore gives a panel frames without the request that made them. */
  readonly dataSource?: { readonly uid: string };
  /** Snapshots that the values are an average of; absent for types that add up. */
  readonly averagedOver?: number;
  /** Rows (NodeIndices) that stand for functions which the backend cut. */
  readonly truncated?: readonly number[];
}

export interface SeriesFrameMeta {
  readonly version: 1;
  readonly kind: 'series';
  /** The question without its nodes: asking it gives the flame graph of the same data. */
  readonly question: ProfileQuestion;
  /** Length of a step in milliseconds. A point at t stands for (t - step, t]. */
  readonly stepMs: number;
  /** True where the first or last step lies partly outside of what was asked. */
  readonly partialFirst: boolean;
  readonly partialLast: boolean;
  /** What the limit of a query left out, in one: a series of no label, and of no service of its own. */
  readonly isRest?: true;
  readonly problem?: Problem;
}

/**
 * On a frame in Grafana's form of a heatmap (`heatmap-cells`), sparse: fields `xMax` (time, end of the slot), `yMin` and
 * `yMax` (sample unit), `count`.
 */
export interface HeatmapFrameMeta {
  readonly version: 1;
  readonly kind: 'heatmap';
  readonly question: ProfileQuestion;
  readonly counted: 'individual' | 'span';
  /** Length of a slot in milliseconds. */
  readonly stepMs: number;
}

/** Our own note on a frame, or undefined for a frame of another data source. */
export function pyrolensMeta(frame: DataFrame): PyrolensFrameMeta | undefined {
  const note: unknown = frame.meta?.custom?.pyrolens;
  return typeof note === 'object' && note !== null && 'version' in note && note.version === 1
    ? (note as PyrolensFrameMeta)
    : undefined;
}
