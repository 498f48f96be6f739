import type { ProfileKind } from './profileKind';

const allocation = {
  family: 'Memory allocation',
  aggregation: 'cumulative',
  secondsPerSecond: 'threads',
  mayBeSilent: false,
} as const;

const inUse = {
  family: 'Memory in use',
  aggregation: 'instant',
  secondsPerSecond: 'threads',
  mayBeSilent: false,
} as const;

const allocatedObjects = {
  ...allocation,
  counted: 'objects',
  measure: 'Alloc Objects',
  label: 'Allocated objects',
} as const;

const allocatedSpace = {
  ...allocation,
  counted: 'bytes',
  measure: 'Alloc Space',
  label: 'Allocated space',
} as const;

const inUseObjects = {
  ...inUse,
  counted: 'objects',
  measure: 'Inuse Objects',
  label: 'In-use objects',
} as const;

const inUseSpace = {
  ...inUse,
  counted: 'bytes',
  measure: 'Inuse Space',
  label: 'In-use space',
} as const;

/** Kinds of profile that measure memory. */
export const memoryKinds = {
  allocatedObjects,
  allocatedSpace,
  inUseObjects,
  inUseSpace,
  newTlabObjects: {
    ...allocatedObjects,
    label: 'Allocated objects (new TLAB)',
  },
  newTlabSpace: {
    ...allocatedSpace,
    label: 'Allocated space (new TLAB)',
  },
  outsideTlabObjects: {
    ...allocatedObjects,
    label: 'Allocated objects (outside TLAB)',
  },
  outsideTlabSpace: {
    ...allocatedSpace,
    label: 'Allocated space (outside TLAB)',
  },
  sampledObjects: {
    ...allocatedObjects,
    label: 'Allocated objects (sampled)',
  },
  sampledSpace: {
    ...allocatedSpace,
    label: 'Allocated space (sampled)',
  },
  nativeObjects: {
    ...allocatedObjects,
    label: 'Native allocations',
  },
  nativeSpace: {
    ...allocatedSpace,
    label: 'Native allocated space',
  },
  liveObjects: {
    ...inUseObjects,
    label: 'Live objects',
  },
  heapObjects: {
    ...inUseObjects,
    measure: 'Heap',
    label: 'Heap objects',
  },
  heapSpace: {
    ...inUseSpace,
    measure: 'Heap',
    label: 'Heap',
  },
} satisfies Record<string, ProfileKind>;
