import type { ProfileKind } from './profileKind';

const cumulative = { aggregation: 'cumulative', secondsPerSecond: 'threads', mayBeSilent: true } as const;

/** Kinds of profile about threads that wait for each other, what runs side by side, and exceptions. */
export const concurrencyKinds = {
  goroutines: {
    family: 'Goroutines',
    aggregation: 'instant',
    secondsPerSecond: 'threads',
    mayBeSilent: false,
    counted: 'goroutines',
    measure: 'Goroutines',
    label: 'Goroutines',
  },
  mutexCount: {
    ...cumulative,
    family: 'Mutex',
    counted: 'contentions',
    measure: 'Mutex Count',
    label: 'Mutex count',
  },
  mutexDuration: {
    ...cumulative,
    family: 'Mutex',
    counted: 'contentions',
    measure: 'Mutex Duration',
    label: 'Mutex duration',
  },
  blockCount: {
    ...cumulative,
    family: 'Block',
    counted: 'waits',
    measure: 'Block Count',
    label: 'Block count',
  },
  blockDuration: {
    ...cumulative,
    family: 'Block',
    counted: 'waits',
    measure: 'Block Duration',
    label: 'Block duration',
  },
  parkCount: {
    ...cumulative,
    family: 'Block',
    counted: 'waits',
    measure: 'Lock Count',
    label: 'Park count',
  },
  parkDuration: {
    ...cumulative,
    family: 'Block',
    counted: 'waits',
    measure: 'Lock Duration',
    label: 'Park duration',
  },
  lockCount: {
    ...cumulative,
    family: 'Lock',
    counted: 'contentions',
    measure: 'Lock Count',
    label: 'Lock count',
  },
  lockDuration: {
    ...cumulative,
    family: 'Lock',
    counted: 'contentions',
    measure: 'Lock Duration',
    label: 'Lock duration',
  },
  exceptions: {
    ...cumulative,
    family: 'Exceptions',
    counted: 'exceptions',
    measure: 'Exceptions',
    label: 'Exceptions',
  },
} satisfies Record<string, ProfileKind>;
