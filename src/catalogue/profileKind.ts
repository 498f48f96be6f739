import type { Measure } from './measures';
import type { ProfileAggregation, ProfileFamily } from './profileTypeDescription';

/** What several profile type ids have in common: different profilers name the same thing differently. */
export interface ProfileKind {
  readonly label: string;
  readonly family: ProfileFamily;
  /** What it is called in the tables of who sends what. Absent: they do not know it. */
  readonly measure?: Measure;
  readonly aggregation: ProfileAggregation;
  /** What one of it is called in the plural ("objects"), where values are counts. */
  readonly counted: string;
  /** What a second per second of it is, where values are times: a busy core, or a thread that is there. */
  readonly secondsPerSecond: 'cores' | 'threads';
  /** Whether a program that runs may have nothing to report for a while: contention and exceptions are not always there. */
  readonly mayBeSilent: boolean;
}
