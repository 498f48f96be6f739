import type { Measure } from './measures';

/** What makes profiles of a program: a language's SDK, or Grafana Alloy from outside of the program. */
export type Instrumentation =
  | 'Go SDK'
  | 'Java SDK'
  | '.NET SDK'
  | 'Ruby SDK'
  | 'Python SDK'
  | 'Rust SDK'
  | 'Node.js SDK'
  | 'Alloy (Go, pull)'
  | 'Alloy (Java)'
  | 'Alloy (eBPF)'
  | 'OpenTelemetry eBPF profiler';

/** `yes`, or the oldest version of the runtime that can. What is absent is not sent. */
export type Sends = 'yes' | '7.0+';

const everyMemoryAllocation = { 'Alloc Objects': 'yes', 'Alloc Space': 'yes' } as const;
const everyLock = { 'Lock Count': 'yes', 'Lock Duration': 'yes' } as const;
const everyMutex = { 'Mutex Count': 'yes', 'Mutex Duration': 'yes' } as const;
const everyBlock = { 'Block Count': 'yes', 'Block Duration': 'yes' } as const;

/**
 * Who sends what, cell by cell as in Pyroscope's documentation, "Profile types and instrumentation" (the tables of
 * Alloy and of the SDKs); off-CPU time and thread lifetime, which it leaves out, from the profilers' sources.
 */
export const instrumentations: Readonly<Record<Instrumentation, Readonly<Partial<Record<Measure, Sends>>>>> = {
  'Go SDK': {
    CPU: 'yes',
    ...everyMemoryAllocation,
    'Inuse Objects': 'yes',
    'Inuse Space': 'yes',
    Goroutines: 'yes',
    ...everyMutex,
    ...everyBlock,
  },
  'Java SDK': { CPU: 'yes', ...everyMemoryAllocation, ...everyLock },
  '.NET SDK': {
    CPU: 'yes',
    ...everyMemoryAllocation,
    'Inuse Objects': '7.0+',
    'Inuse Space': '7.0+',
    ...everyMutex,
    ...everyLock,
    Exceptions: 'yes',
    Wall: 'yes',
    Heap: '7.0+',
    'Thread lifetime': 'yes',
  },
  'Ruby SDK': { CPU: 'yes' },
  'Python SDK': { CPU: 'yes' },
  'Rust SDK': { CPU: 'yes' },
  'Node.js SDK': { CPU: 'yes', Wall: 'yes', Heap: 'yes' },
  'Alloy (Go, pull)': { CPU: 'yes', ...everyMemoryAllocation, Goroutines: 'yes', ...everyBlock },
  'Alloy (Java)': { CPU: 'yes', ...everyMemoryAllocation, ...everyLock },
  'Alloy (eBPF)': { CPU: 'yes' },
  'OpenTelemetry eBPF profiler': { CPU: 'yes', 'Off-CPU': 'yes' },
};

/** Languages whose programs Alloy's eBPF profiler reads without an SDK, as far as the documentation names them. */
export const ebpfLanguages: readonly string[] = ['Go', 'Python'];

/**
 * Span profiles tie samples to the trace span that ran them, over OpenTelemetry: CPU alone, of these languages
 * (Pyroscope's documentation, "Span profiles").
 */
export const spanProfiles: { readonly measure: Measure; readonly languages: readonly string[] } = {
  measure: 'CPU',
  languages: ['Go', 'Java', 'Ruby', '.NET', 'Python'],
};
