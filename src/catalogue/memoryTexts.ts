import type { memoryKinds } from './memoryKinds';
import type { ProfileTexts } from './profileTypeDescription';

const allocation = {
  whenToUse:
    'When garbage collection takes much CPU, or latency jumps with it. Fewer allocations help both. It does not show leaks: memory counts here even if it was freed at once.',
} as const;

const inUse = {
  whenToUse:
    'When a service leaks, or needs more memory than it should. A timeline that climbs and never comes back down is a leak; compare an early and a late range to see what grew.',
} as const;

const allocatedObjects = {
  ...allocation,
  meaning: 'How many objects the program allocated, whether they are still in use or not.',
  howToRead:
    'The wider a box, the more objects were allocated by its function and all that it called. Many small objects keep the garbage collector busy even when they are few bytes.',
} as const;

const allocatedSpace = {
  ...allocation,
  meaning: 'How many bytes the program allocated, whether they are still in use or not.',
  howToRead:
    'The wider a box, the more bytes were allocated by its function and all that it called. Leaves are where the allocation happens; read upwards to whoever asked for it.',
} as const;

const inUseObjects = {
  ...inUse,
  meaning: 'How many objects were alive when the snapshot was taken, by the place that allocated them.',
  howToRead:
    'The wider a box, the more living objects were allocated below it: who created them, not who holds them now. Values are the average of the snapshots in the range.',
} as const;

const inUseSpace = {
  ...inUse,
  meaning: 'How many bytes were in use when the snapshot was taken, by the place that allocated them.',
  howToRead:
    'The wider a box, the more of the memory in use was allocated below it: who created it, not who holds it now. Values are the average of the snapshots in the range.',
} as const;

/** What to say of the kinds of `memoryKinds`. */
export const memoryTexts = {
  allocatedObjects,
  allocatedSpace,
  inUseObjects,
  inUseSpace,
  newTlabObjects: {
    ...allocatedObjects,
    meaning:
      "How many objects made the JVM open a new thread-local allocation buffer: a sample of a Java program's small allocations.",
  },
  newTlabSpace: {
    ...allocatedSpace,
    meaning:
      "Bytes of the thread-local allocation buffers that the JVM opened: a sample of a Java program's small allocations, weighted by what they use up.",
  },
  outsideTlabObjects: {
    ...allocatedObjects,
    meaning:
      "How many objects were too large for a thread's own buffer, so that the JVM allocated them in the shared heap.",
  },
  outsideTlabSpace: {
    ...allocatedSpace,
    meaning:
      "Bytes of objects that were too large for a thread's own buffer, so that the JVM allocated them in the shared heap.",
  },
  sampledObjects: {
    ...allocatedObjects,
    meaning: 'How many allocations the JVM sampled, whether the objects are still in use or not.',
  },
  sampledSpace: {
    ...allocatedSpace,
    meaning: 'How many bytes the allocations stand for that the JVM sampled, whether they are still in use or not.',
  },
  nativeObjects: {
    ...allocatedObjects,
    meaning: 'How often the program allocated memory outside of the managed heap, with malloc and its kin.',
    howToRead: 'The wider a box, the more native allocations were made by its function and all that it called.',
  },
  nativeSpace: {
    ...allocatedSpace,
    meaning: 'How many bytes the program allocated outside of the managed heap, with malloc and its kin.',
  },
  liveObjects: {
    ...inUseObjects,
    meaning: 'How many of the sampled objects had survived garbage collection when the snapshot was taken.',
  },
  heapObjects: {
    ...inUseObjects,
    meaning:
      'How many objects were alive on the managed heap when the snapshot was taken, by the place that allocated them.',
  },
  heapSpace: {
    ...inUseSpace,
    meaning:
      'How many bytes of the managed heap were in use when the snapshot was taken, by the place that allocated them.',
  },
} satisfies Record<keyof typeof memoryKinds, ProfileTexts>;
