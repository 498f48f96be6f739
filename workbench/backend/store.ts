import type { CallTree } from '../../src/profile/callTree';
import type { PprofProfile } from '../../src/profile/pprof/pprofProfile';
import type { Labels } from './labels';
import { LabelsTable } from './labelsTable';
import type { LabelTest } from './matchLabels';

/** One profile of one series and one sample type: the least that a query selects. */
export interface StoredProfile {
  /** As the profiler gave it, or made up by the store. */
  readonly id: string;
  /** With the private labels that Pyroscope adds. Inside of the store, profiles of a series share the object. */
  readonly labels: Labels;
  readonly profileTypeId: string;
  /** Sum over all samples: the value of a point in a series. */
  readonly total: number;
  /** Functions by name alone, as Pyroscope merges them. */
  readonly tree: () => CallTree;
  /** Positions in the pprof's samples of those that belong to this series. */
  readonly samples: Uint32Array;
  /** Position in the pprof's sample types. */
  readonly sampleType: number;
}

/** What one pushed pprof became. Its profiles share the pprof. */
export interface ProfileBatch {
  /** When the profile was taken, in milliseconds since the Unix epoch. */
  readonly time: number;
  readonly pprof: PprofProfile;
  readonly profiles: readonly StoredProfile[];
}

export interface Selected {
  readonly time: number;
  readonly pprof: PprofProfile;
  readonly profile: StoredProfile;
}

export interface StoreOptions {
  /** Most bytes to keep: an estimate of what the profiles take in memory. The oldest profiles go first. */
  readonly capBytes: number;
  /** Milliseconds since the Unix epoch; for tests. */
  readonly now?: () => number;
}

export interface StoreStats {
  readonly batches: number;
  readonly bytes: number;
  /** Times of the oldest and newest profile that the store holds. */
  readonly oldest?: number;
  readonly newest?: number;
  /** Batches that went because of the cap. */
  readonly dropped: number;
}

export interface Store {
  readonly now: () => number;
  add(batch: ProfileBatch): void;
  /** Profiles of series that fit, taken from `start` to `end`, both included, in order of time. */
  select(fits: LabelTest, start: number, end: number): Selected[];
  stats(): StoreStats;
}

interface KeptBatch extends ProfileBatch {
  readonly bytes: number;
}

export function createStore({ capBytes, now = Date.now }: StoreOptions): Store {
  /** Ascending by time. */
  const batches: KeptBatch[] = [];
  const labelsTable = new LabelsTable();
  let bytes = 0;
  let dropped = 0;

  function dropOldest(): void {
    const oldest = batches.shift();
    if (oldest !== undefined) {
      oldest.profiles.forEach((profile) => labelsTable.release(profile.labels));
      bytes -= oldest.bytes;
      dropped += 1;
    }
  }

  return {
    now,

    add(batch) {
      const profiles = batch.profiles.map((profile) => ({ ...profile, labels: labelsTable.take(profile.labels) }));
      const kept = { ...batch, profiles, bytes: batchBytes(batch) };
      batches.splice(firstAfter(batches, batch.time), 0, kept);
      bytes += kept.bytes;
      while (bytes > capBytes) {
        dropOldest();
      }
    },

    select(fits, start, end) {
      const fitting = new Map<Labels, boolean>();
      const selected: Selected[] = [];
      for (let at = firstNotBefore(batches, start); at < batches.length && batches[at].time <= end; at++) {
        const { time, pprof, profiles } = batches[at];
        for (const profile of profiles) {
          let isFitting = fitting.get(profile.labels);
          if (isFitting === undefined) {
            isFitting = fits(profile.labels);
            fitting.set(profile.labels, isFitting);
          }
          if (isFitting) {
            selected.push({ time, pprof, profile });
          }
        }
      }
      return selected;
    },

    stats() {
      return { batches: batches.length, bytes, oldest: batches[0]?.time, newest: batches.at(-1)?.time, dropped };
    },
  };
}

/** Position of the first batch that is not before `time`. */
function firstNotBefore(batches: readonly KeptBatch[], time: number): number {
  return firstWhere(batches, (batch) => batch.time >= time);
}

/** Position of the first batch that is after `time`. */
function firstAfter(batches: readonly KeptBatch[], time: number): number {
  return firstWhere(batches, (batch) => batch.time > time);
}

/** Position of the first batch for which `test` holds, as it does for all that follow. */
function firstWhere(batches: readonly KeptBatch[], test: (batch: KeptBatch) => boolean): number {
  let low = 0;
  let high = batches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(batches[middle])) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** A text takes two bytes a character at most, and what holds it some more. */
const BYTES_OF_A_TEXT = 24;

/** The pprof's columns and texts, and as much again for what queries make of it. */
function batchBytes({ pprof, profiles }: ProfileBatch): number {
  const columns = [pprof.samples, pprof.samples.labels, pprof.locations, pprof.locations.lines, pprof.functions];
  const texts = pprof.strings.reduce((sum, text) => sum + BYTES_OF_A_TEXT + 2 * text.length, 0);
  const samples = profiles.reduce((sum, profile) => sum + profile.samples.byteLength, 0);
  return 2 * columns.reduce((sum, part) => sum + columnBytes(part), texts + samples);
}

/** Bytes of the typed arrays that are properties of an object. */
function columnBytes(part: object): number {
  return Object.values(part).reduce<number>(
    (sum, column: unknown) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
    0
  );
}
