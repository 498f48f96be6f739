import { concurrencyKinds } from './concurrencyKinds';
import { memoryKinds } from './memoryKinds';
import type { ProfileKind } from './profileKind';
import { timeKinds } from './timeKinds';

const { cpu, cpuSamples, wall, wallSamples, offCpu, threadLifetime } = timeKinds;
const memory = memoryKinds;
const concurrency = concurrencyKinds;

/**
 * Profile type id -> what it is, for the ids that profilers are known to send: Pyroscope's SDKs, Grafana Alloy, and
 * the OpenTelemetry eBPF profiler. Taken from their sources and from what a real backend was seen to hold.
 */
export const knownTypes: Readonly<Record<string, ProfileKind>> = {
  // Go, Java, .NET, Ruby, Python, Rust, eBPF
  'process_cpu:cpu:nanoseconds:cpu:nanoseconds': cpu,
  // Go
  'process_cpu:samples:count:cpu:nanoseconds': cpuSamples,
  // .NET
  'process_cpu:cpu_samples:count:cpu:nanoseconds': cpuSamples,
  // early SDKs
  'process_cpu:samples:count::milliseconds': cpuSamples,

  // Go, Rust, Python
  'memory:alloc_objects:count:space:bytes': memory.allocatedObjects,
  'memory:alloc_space:bytes:space:bytes': memory.allocatedSpace,
  'memory:inuse_objects:count:space:bytes': memory.inUseObjects,
  'memory:inuse_space:bytes:space:bytes': memory.inUseSpace,

  // Go: pulled by Alloy, pushed by the SDK
  'goroutine:goroutine:count:goroutine:count': concurrency.goroutines,
  'goroutines:goroutine:count:goroutine:count': concurrency.goroutines,
  'mutex:contentions:count:contentions:count': concurrency.mutexCount,
  'mutex:delay:nanoseconds:contentions:count': concurrency.mutexDuration,
  'block:contentions:count:contentions:count': concurrency.blockCount,
  'block:delay:nanoseconds:contentions:count': concurrency.blockDuration,

  // Java
  'memory:alloc_in_new_tlab_objects:count:space:bytes': memory.newTlabObjects,
  'memory:alloc_in_new_tlab_bytes:bytes:space:bytes': memory.newTlabSpace,
  'memory:alloc_outside_tlab_objects:count:space:bytes': memory.outsideTlabObjects,
  'memory:alloc_outside_tlab_bytes:bytes:space:bytes': memory.outsideTlabSpace,
  'memory:alloc_sample_objects:count:space:bytes': memory.sampledObjects,
  'memory:alloc_sample_bytes:bytes:space:bytes': memory.sampledSpace,
  'memory:malloc_objects:count::': memory.nativeObjects,
  'memory:malloc_bytes:bytes::': memory.nativeSpace,
  'memory:live:count:objects:count': memory.liveObjects,
  'mutex:contentions:count:mutex:count': concurrency.lockCount,
  'mutex:delay:nanoseconds:mutex:count': concurrency.lockDuration,
  'block:contentions:count:block:count': concurrency.parkCount,
  'block:delay:nanoseconds:block:count': concurrency.parkDuration,

  // Java, Node.js, .NET
  'wall:wall:nanoseconds:wall:nanoseconds': wall,
  // Node.js, which measures CPU along with wall time
  'wall:cpu:nanoseconds:wall:nanoseconds': cpu,
  'wall:samples:count:wall:nanoseconds': wallSamples,
  'wall:wall:microseconds:wall:microseconds': wall,
  'wall:sample:count:wall:microseconds': wallSamples,
  'wall:samples:count:wall:microseconds': wallSamples,
  // early SDKs
  'wall:wall:nanoseconds:cpu:nanoseconds': wall,

  // Node.js
  'memory:inuse_objects:count:inuse_space:bytes': memory.heapObjects,
  'memory:inuse_space:bytes:inuse_space:bytes': memory.heapSpace,
  'memory:objects:count:space:bytes': memory.heapObjects,
  'memory:space:bytes:space:bytes': memory.heapSpace,

  // .NET
  'alloc:alloc_samples:count:cpu:nanoseconds': memory.allocatedObjects,
  'alloc:alloc_size:bytes:cpu:nanoseconds': memory.allocatedSpace,
  'heap:inuse_objects:count:cpu:nanoseconds': memory.heapObjects,
  'heap:inuse_space:bytes:cpu:nanoseconds': memory.heapSpace,
  'lock:lock_count:count:cpu:nanoseconds': concurrency.lockCount,
  'lock:lock_time:nanoseconds:cpu:nanoseconds': concurrency.lockDuration,
  'exception:exception:count:cpu:nanoseconds': concurrency.exceptions,
  'thread_lifetime:thread_lifetime:nanoseconds:cpu:nanoseconds': threadLifetime,
  // .NET, older: everything in one profile
  'process_cpu:alloc_samples:count:cpu:nanoseconds': memory.allocatedObjects,
  'process_cpu:alloc_size:bytes:cpu:nanoseconds': memory.allocatedSpace,
  'process_cpu:inuse_objects:count:cpu:nanoseconds': memory.heapObjects,
  'process_cpu:inuse_space:bytes:cpu:nanoseconds': memory.heapSpace,
  'process_cpu:lock_count:count:cpu:nanoseconds': concurrency.lockCount,
  'process_cpu:lock_time:nanoseconds:cpu:nanoseconds': concurrency.lockDuration,
  'process_cpu:exception:count:cpu:nanoseconds': concurrency.exceptions,
  'process_cpu:wall:nanoseconds:cpu:nanoseconds': wall,

  // OpenTelemetry eBPF profiler
  'off_cpu:off_cpu:nanoseconds::': offCpu,
};
