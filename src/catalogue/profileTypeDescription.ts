import type { SampleUnit } from '../base/sampleUnit';
import type { Measure } from './measures';

/** Groups of profile types that answer the same kind of question, in the order in which pickers show them. */
export const profileFamilies = [
  'CPU',
  'Wall time',
  'Memory allocation',
  'Memory in use',
  'Goroutines',
  'Mutex',
  'Block',
  'Lock',
  'Exceptions',
  'Other',
] as const;

export type ProfileFamily = (typeof profileFamilies)[number];

/**
 * How values of a type add up over time. `cumulative`: each profile holds what was spent since the one before, so sums
 * over time mean something and a series is a rate. `instant`: each profile is a snapshot of what is there now, so
 * snapshots are averaged, never added.
 */
export type ProfileAggregation = 'cumulative' | 'instant';

/** How a time series of a type is shown. */
export interface SeriesPresentation {
  /** A unit of Grafana's: 'cores', 'binBps', 'count:objects/s', 'bytes', 'short'. */
  readonly unit: string;
  /** The unit in words, for an axis. */
  readonly label: string;
  /**
   * What to multiply with to get from the sample unit to `unit`: for cumulative types applied to the value per second
   * (nanoseconds of CPU per second × 1e-9 are cores), for instant types to the averaged value.
   */
  readonly scale: number;
}

/** What is known about a profile type from its id alone; `profileTexts` has what to say of it. */
export interface ProfileTypeDescription {
  readonly id: string;
  /** Short name for people: "CPU", "In-use space". The id itself where nothing is known. */
  readonly label: string;
  readonly family: ProfileFamily;
  /** Its row in the tables of who sends what. Absent: they do not know it. */
  readonly measure?: Measure;
  readonly sampleUnit: SampleUnit;
  readonly aggregation: ProfileAggregation;
  /** Whether a running program may have nothing to report for a while, so that no profile means zero. */
  readonly mayBeSilent: boolean;
  readonly series: SeriesPresentation;
  /** Grafana's unit for values of a flame graph: 'ns', 'bytes', 'short'. */
  readonly profileUnit: string;
  /** False where the id is in no table of ours and the rest was worked out from its parts. */
  readonly known: boolean;
}

/** What a profile type is about, in sentences. Plain text. */
export interface ProfileTexts {
  /** What a value of this type measures. */
  readonly meaning: string;
  readonly whenToUse: string;
  readonly howToRead: string;
}
