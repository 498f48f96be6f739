import type { Instrumentation } from './instrumentation';

const cpu = ['process_cpu:cpu:nanoseconds:cpu:nanoseconds'];

const go = [
  ...cpu,
  'process_cpu:samples:count:cpu:nanoseconds',
  'memory:alloc_objects:count:space:bytes',
  'memory:alloc_space:bytes:space:bytes',
  'memory:inuse_objects:count:space:bytes',
  'memory:inuse_space:bytes:space:bytes',
  'mutex:contentions:count:contentions:count',
  'mutex:delay:nanoseconds:contentions:count',
  'block:contentions:count:contentions:count',
  'block:delay:nanoseconds:contentions:count',
];

const java = [
  ...cpu,
  'wall:wall:nanoseconds:wall:nanoseconds',
  'memory:alloc_in_new_tlab_objects:count:space:bytes',
  'memory:alloc_in_new_tlab_bytes:bytes:space:bytes',
  'memory:alloc_outside_tlab_objects:count:space:bytes',
  'memory:alloc_outside_tlab_bytes:bytes:space:bytes',
  'memory:alloc_sample_objects:count:space:bytes',
  'memory:alloc_sample_bytes:bytes:space:bytes',
  'memory:malloc_objects:count::',
  'memory:malloc_bytes:bytes::',
  'memory:live:count:objects:count',
  'mutex:contentions:count:mutex:count',
  'mutex:delay:nanoseconds:mutex:count',
  'block:contentions:count:block:count',
  'block:delay:nanoseconds:block:count',
];

/** The profile type ids under which each of them sends today, as in `knownTypes`; what only old versions send is left out. */
export const sentTypes: Readonly<Record<Instrumentation, readonly string[]>> = {
  'Go SDK': [...go, 'goroutines:goroutine:count:goroutine:count'],
  'Alloy (Go, pull)': [...go, 'goroutine:goroutine:count:goroutine:count'],
  'Java SDK': java,
  'Alloy (Java)': java,
  '.NET SDK': [
    ...cpu,
    'process_cpu:cpu_samples:count:cpu:nanoseconds',
    'wall:wall:nanoseconds:wall:nanoseconds',
    'alloc:alloc_samples:count:cpu:nanoseconds',
    'alloc:alloc_size:bytes:cpu:nanoseconds',
    'heap:inuse_objects:count:cpu:nanoseconds',
    'heap:inuse_space:bytes:cpu:nanoseconds',
    'lock:lock_count:count:cpu:nanoseconds',
    'lock:lock_time:nanoseconds:cpu:nanoseconds',
    'exception:exception:count:cpu:nanoseconds',
    'thread_lifetime:thread_lifetime:nanoseconds:cpu:nanoseconds',
  ],
  'Ruby SDK': cpu,
  'Python SDK': cpu,
  'Rust SDK': cpu,
  'Node.js SDK': [
    'wall:cpu:nanoseconds:wall:nanoseconds',
    'wall:wall:nanoseconds:wall:nanoseconds',
    'wall:samples:count:wall:nanoseconds',
    'memory:inuse_objects:count:inuse_space:bytes',
    'memory:inuse_space:bytes:inuse_space:bytes',
  ],
  'Alloy (eBPF)': cpu,
  'OpenTelemetry eBPF profiler': [...cpu, 'off_cpu:off_cpu:nanoseconds::'],
};

/**
 * What has to be turned on where a profiler is set up, besides the profiler itself; by the first part of the id. From
 * the profilers' own documentation.
 */
export const switchedOn: Readonly<Partial<Record<Instrumentation, Readonly<Record<string, string>>>>> = {
  'Go SDK': {
    goroutines: 'ProfileGoroutines in ProfileTypes',
    mutex: 'ProfileMutexCount and ProfileMutexDuration in ProfileTypes, and runtime.SetMutexProfileFraction',
    block: 'ProfileBlockCount and ProfileBlockDuration in ProfileTypes, and runtime.SetBlockProfileRate',
  },
  'Alloy (Go, pull)': { block: 'runtime.SetBlockProfileRate in the program' },
  'Java SDK': {
    memory: 'PYROSCOPE_PROFILER_ALLOC',
    mutex: 'PYROSCOPE_PROFILER_LOCK',
    block: 'PYROSCOPE_PROFILER_LOCK',
  },
  '.NET SDK': {
    wall: 'PYROSCOPE_PROFILING_WALLTIME_ENABLED',
    alloc: 'PYROSCOPE_PROFILING_ALLOCATION_ENABLED',
    heap: 'PYROSCOPE_PROFILING_HEAP_ENABLED',
    lock: 'PYROSCOPE_PROFILING_LOCK_ENABLED',
    exception: 'PYROSCOPE_PROFILING_EXCEPTION_ENABLED',
  },
};
