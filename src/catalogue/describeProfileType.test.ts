import { readFileSync } from 'node:fs';
import { describeProfileType } from './describeProfileType';
import { knownTypes } from './knownTypes';
import { profileTexts } from './profileTexts';
import { profileFamilies } from './profileTypeDescription';

/** id, then: label | how it adds up | unit of its series (scale) | unit of its flame graph. */
const expected = `
process_cpu:cpu:nanoseconds:cpu:nanoseconds                 CPU | cumulative | cores 1e-9 | ns
process_cpu:samples:count:cpu:nanoseconds                   CPU samples | cumulative | count:samples/s 1 | short
process_cpu:cpu_samples:count:cpu:nanoseconds               CPU samples | cumulative | count:samples/s 1 | short
process_cpu:samples:count::milliseconds                     CPU samples | cumulative | count:samples/s 1 | short
memory:alloc_objects:count:space:bytes                      Allocated objects | cumulative | count:objects/s 1 | short
memory:alloc_space:bytes:space:bytes                        Allocated space | cumulative | binBps 1 | bytes
memory:inuse_objects:count:space:bytes                      In-use objects | instant | short 1 | short
memory:inuse_space:bytes:space:bytes                        In-use space | instant | bytes 1 | bytes
goroutine:goroutine:count:goroutine:count                   Goroutines | instant | short 1 | short
goroutines:goroutine:count:goroutine:count                  Goroutines | instant | short 1 | short
mutex:contentions:count:contentions:count                   Mutex count | cumulative | count:contentions/s 1 | short
mutex:delay:nanoseconds:contentions:count                   Mutex duration | cumulative | threads 1e-9 | ns
block:contentions:count:contentions:count                   Block count | cumulative | count:waits/s 1 | short
block:delay:nanoseconds:contentions:count                   Block duration | cumulative | threads 1e-9 | ns
memory:alloc_in_new_tlab_objects:count:space:bytes          Allocated objects (new TLAB) | cumulative | count:objects/s 1 | short
memory:alloc_in_new_tlab_bytes:bytes:space:bytes            Allocated space (new TLAB) | cumulative | binBps 1 | bytes
memory:alloc_outside_tlab_objects:count:space:bytes         Allocated objects (outside TLAB) | cumulative | count:objects/s 1 | short
memory:alloc_outside_tlab_bytes:bytes:space:bytes           Allocated space (outside TLAB) | cumulative | binBps 1 | bytes
memory:alloc_sample_objects:count:space:bytes               Allocated objects (sampled) | cumulative | count:objects/s 1 | short
memory:alloc_sample_bytes:bytes:space:bytes                 Allocated space (sampled) | cumulative | binBps 1 | bytes
memory:malloc_objects:count::                               Native allocations | cumulative | count:objects/s 1 | short
memory:malloc_bytes:bytes::                                 Native allocated space | cumulative | binBps 1 | bytes
memory:live:count:objects:count                             Live objects | instant | short 1 | short
mutex:contentions:count:mutex:count                         Lock count | cumulative | count:contentions/s 1 | short
mutex:delay:nanoseconds:mutex:count                         Lock duration | cumulative | threads 1e-9 | ns
block:contentions:count:block:count                         Park count | cumulative | count:waits/s 1 | short
block:delay:nanoseconds:block:count                         Park duration | cumulative | threads 1e-9 | ns
wall:wall:nanoseconds:wall:nanoseconds                      Wall time | cumulative | threads 1e-9 | ns
wall:cpu:nanoseconds:wall:nanoseconds                       CPU | cumulative | cores 1e-9 | ns
wall:samples:count:wall:nanoseconds                         Wall samples | cumulative | count:samples/s 1 | short
wall:wall:microseconds:wall:microseconds                    Wall time | cumulative | threads 0.000001 | µs
wall:sample:count:wall:microseconds                         Wall samples | cumulative | count:samples/s 1 | short
wall:samples:count:wall:microseconds                        Wall samples | cumulative | count:samples/s 1 | short
wall:wall:nanoseconds:cpu:nanoseconds                       Wall time | cumulative | threads 1e-9 | ns
memory:inuse_objects:count:inuse_space:bytes                Heap objects | instant | short 1 | short
memory:inuse_space:bytes:inuse_space:bytes                  Heap | instant | bytes 1 | bytes
memory:objects:count:space:bytes                            Heap objects | instant | short 1 | short
memory:space:bytes:space:bytes                              Heap | instant | bytes 1 | bytes
alloc:alloc_samples:count:cpu:nanoseconds                   Allocated objects | cumulative | count:objects/s 1 | short
alloc:alloc_size:bytes:cpu:nanoseconds                      Allocated space | cumulative | binBps 1 | bytes
heap:inuse_objects:count:cpu:nanoseconds                    Heap objects | instant | short 1 | short
heap:inuse_space:bytes:cpu:nanoseconds                      Heap | instant | bytes 1 | bytes
lock:lock_count:count:cpu:nanoseconds                       Lock count | cumulative | count:contentions/s 1 | short
lock:lock_time:nanoseconds:cpu:nanoseconds                  Lock duration | cumulative | threads 1e-9 | ns
exception:exception:count:cpu:nanoseconds                   Exceptions | cumulative | count:exceptions/s 1 | short
thread_lifetime:thread_lifetime:nanoseconds:cpu:nanoseconds Thread lifetime | cumulative | threads 1e-9 | ns
process_cpu:alloc_samples:count:cpu:nanoseconds             Allocated objects | cumulative | count:objects/s 1 | short
process_cpu:alloc_size:bytes:cpu:nanoseconds                Allocated space | cumulative | binBps 1 | bytes
process_cpu:inuse_objects:count:cpu:nanoseconds             Heap objects | instant | short 1 | short
process_cpu:inuse_space:bytes:cpu:nanoseconds               Heap | instant | bytes 1 | bytes
process_cpu:lock_count:count:cpu:nanoseconds                Lock count | cumulative | count:contentions/s 1 | short
process_cpu:lock_time:nanoseconds:cpu:nanoseconds           Lock duration | cumulative | threads 1e-9 | ns
process_cpu:exception:count:cpu:nanoseconds                 Exceptions | cumulative | count:exceptions/s 1 | short
process_cpu:wall:nanoseconds:cpu:nanoseconds                Wall time | cumulative | threads 1e-9 | ns
off_cpu:off_cpu:nanoseconds::                               Off-CPU time | cumulative | threads 1e-9 | ns`;

/** The same for ids that stand in no table. */
const byRule = `
memory:alloc_pages:bytes:space:bytes                        Allocated space (memory, alloc_pages) | cumulative | binBps 1 | bytes
jemalloc:inuse_space:bytes:space:bytes                      In-use space (jemalloc, inuse_space) | instant | bytes 1 | bytes
jemalloc:alloc_space:bytes:space:bytes                      Allocated space (jemalloc, alloc_space) | cumulative | binBps 1 | bytes
heap:malloc:bytes:space:bytes                               Native allocated space (heap, malloc) | cumulative | binBps 1 | bytes
python:inuse_space:bytes:space:bytes                        In-use space (python, inuse_space) | instant | bytes 1 | bytes
heap:live:count:x:count                                     In-use objects (heap, live) | instant | short 1 | short
gc:heap_live:bytes:gc:count                                 In-use space (gc, heap_live) | instant | bytes 1 | bytes
oncpu:cpu:ms::                                              CPU (oncpu, cpu) | cumulative | cores 0.001 | ms
lock_wait:lock_wait:us::                                    Lock duration (lock_wait) | cumulative | threads 0.000001 | µs
ruby_exceptions:raised:count::                              Exceptions (ruby_exceptions, raised) | cumulative | count:exceptions/s 1 | short
pool:threads:count:threads:count                            pool:threads:count:threads:count | instant | short 1 | short
net:sent:bytes:net:bytes                                    net:sent:bytes:net:bytes | cumulative | binBps 1 | bytes
gpu:kernel:widgets:gpu:count                                gpu:kernel:widgets:gpu:count | cumulative | count:widgets/s 1 | short`;

function rows(table: string): Array<[id: string, description: string]> {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const at = line.indexOf(' ');
      return [line.slice(0, at), line.slice(at).trim()];
    });
}

function summary(id: string): string {
  const { label, aggregation, series, profileUnit } = describeProfileType(id);
  return `${label} | ${aggregation} | ${series.unit} ${series.scale} | ${profileUnit}`;
}

test.each(rows(expected))('%s', (id, description) => {
  expect(summary(id)).toBe(description);
  expect(describeProfileType(id).known).toBe(true);
});

test.each(rows(byRule))('%s, by rule', (id, description) => {
  expect(summary(id)).toBe(description);
  expect(describeProfileType(id).known).toBe(false);
});

test('every id of the table is held against an expectation', () => {
  expect(Object.keys(knownTypes).sort()).toEqual(
    rows(expected)
      .map(([id]) => id)
      .sort()
  );
});

test('every id that a real backend was seen to hold is known', () => {
  const { names } = JSON.parse(
    readFileSync('tests/fixtures/pyroscope/meta/label-values-profile_type.json', 'utf8')
  ) as { names: string[] };
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((id) => !describeProfileType(id).known)).toEqual([]);
});

test('an id with the sixth part is described as the same type', () => {
  expect(summary('memory:alloc_space:bytes:space:bytes:delta')).toBe(summary('memory:alloc_space:bytes:space:bytes'));
});

test('what a profiler itself calls a delta is no snapshot, whatever its name', () => {
  expect(describeProfileType('custom:heap_growth:bytes:gc:count:delta').aggregation).toBe('cumulative');
  expect(describeProfileType('custom:heap_growth:bytes:gc:count').aggregation).toBe('instant');
});

test.each(['', 'cpu', ':::::', 'constructor:toString:constructor:x:y', 'a:b:c:d:e:f:g'])(
  'an id that cannot be read (%p) is still described',
  (id) => {
    const description = describeProfileType(id);
    expect(description.id).toBe(id);
    expect(profileFamilies).toContain(description.family);
    expect(description.series.scale).toBeGreaterThan(0);
  }
);

test.each(rows(expected))('%s is explained in sentences', (id) => {
  const { meaning, whenToUse, howToRead } = profileTexts(id);
  for (const text of [meaning, whenToUse, howToRead]) {
    expect(text).toMatch(/^[A-Z].{20,}\.$/s);
  }
});

test('what is said of an unknown type is what its id says', () => {
  expect(profileTexts('queue:waiting:count:job:count').meaning).toContain('"waiting"');
  expect(profileTexts('process_cpu:cpu:nanoseconds::').meaning).toBe(profileTexts(rows(expected)[0][0]).meaning);
});

test('snapshots are explained as averages, and only they', () => {
  for (const [id] of rows(expected)) {
    const { aggregation, label } = describeProfileType(id);
    const averaged = profileTexts(id).howToRead.includes('average of the snapshots');
    expect(`${label}: ${averaged}`).toBe(`${label}: ${aggregation === 'instant'}`);
  }
});

test.each([
  ['exception:exception:count:cpu:nanoseconds', true],
  ['mutex:delay:nanoseconds:mutex:count', true],
  ['block:contentions:count:contentions:count', true],
  ['process_cpu:cpu:nanoseconds:cpu:nanoseconds', false],
  ['goroutines:goroutine:count:goroutine:count', false],
  ['memory:alloc_space:bytes:space:bytes', false],
])('%s may be silent in a running program: %p', (id, mayBeSilent) => {
  expect(describeProfileType(id).mayBeSilent).toBe(mayBeSilent);
});
