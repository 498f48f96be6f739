/**
 * What instrumentation can measure: the rows of Pyroscope's tables "Profile types and instrumentation", in their order,
 * and at the end what those tables leave out.
 */
export const measures = [
  'CPU',
  'Alloc Objects',
  'Alloc Space',
  'Inuse Objects',
  'Inuse Space',
  'Goroutines',
  'Mutex Count',
  'Mutex Duration',
  'Block Count',
  'Block Duration',
  'Lock Count',
  'Lock Duration',
  'Exceptions',
  'Wall',
  'Heap',
  'Off-CPU',
  'Thread lifetime',
] as const;

export type Measure = (typeof measures)[number];

/** What a measure is called in a sentence: "no heap data". */
export const measureNames: Readonly<Record<Measure, string>> = {
  CPU: 'CPU',
  'Alloc Objects': 'allocated objects',
  'Alloc Space': 'allocated space',
  'Inuse Objects': 'in-use objects',
  'Inuse Space': 'in-use space',
  Goroutines: 'goroutine',
  'Mutex Count': 'mutex',
  'Mutex Duration': 'mutex',
  'Block Count': 'block',
  'Block Duration': 'block',
  'Lock Count': 'lock',
  'Lock Duration': 'lock',
  Exceptions: 'exception',
  Wall: 'wall time',
  Heap: 'heap',
  'Off-CPU': 'off-CPU',
  'Thread lifetime': 'thread lifetime',
};
