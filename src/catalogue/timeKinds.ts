import type { ProfileKind } from './profileKind';

const cpuUse = {
  family: 'CPU',
  aggregation: 'cumulative',
  counted: 'samples',
  secondsPerSecond: 'cores',
  mayBeSilent: false,
} as const;

const wallUse = {
  family: 'Wall time',
  aggregation: 'cumulative',
  counted: 'samples',
  secondsPerSecond: 'threads',
  mayBeSilent: false,
} as const;

/** Kinds of profile that measure time spent. */
export const timeKinds = {
  cpu: {
    ...cpuUse,
    measure: 'CPU',
    label: 'CPU',
  },
  cpuSamples: {
    ...cpuUse,
    measure: 'CPU',
    label: 'CPU samples',
  },
  wall: {
    ...wallUse,
    measure: 'Wall',
    label: 'Wall time',
  },
  wallSamples: {
    ...wallUse,
    measure: 'Wall',
    label: 'Wall samples',
  },
  offCpu: {
    family: 'Wall time',
    aggregation: 'cumulative',
    counted: 'waits',
    secondsPerSecond: 'threads',
    mayBeSilent: false,
    measure: 'Off-CPU',
    label: 'Off-CPU time',
  },
  threadLifetime: {
    family: 'Other',
    aggregation: 'cumulative',
    counted: 'threads',
    secondsPerSecond: 'threads',
    mayBeSilent: false,
    measure: 'Thread lifetime',
    label: 'Thread lifetime',
  },
} satisfies Record<string, ProfileKind>;
