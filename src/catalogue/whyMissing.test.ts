import { describeProfileType } from './describeProfileType';
import { instrumentations, type Instrumentation } from './instrumentation';
import { knownTypes } from './knownTypes';
import { measures, type Measure } from './measures';
import { sentTypes } from './sentTypes';
import { sendersOf, whyMissing } from './whyMissing';

const HEAP = 'memory:inuse_space:bytes:inuse_space:bytes';
const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';

test.each([
  ['rbspy', HEAP, 'No heap data: the Ruby SDK does not send it.'],
  ['pyspy', 'mutex:delay:nanoseconds:contentions:count', 'No mutex data: the Python SDK does not send it.'],
  ['ebpfspy', HEAP, 'No heap data: Alloy (eBPF) does not send it.'],
  ['alloy.java', 'goroutine:goroutine:count:goroutine:count', 'No goroutine data: Alloy (Java) does not send it.'],
  ['rbspy', CPU, undefined],
  ['nodespy', HEAP, undefined],
])('%s and %s: %s', (spy, id, sentence) => {
  expect(whyMissing(id, { pyroscope_spy: spy, service_name: 'shop' })).toBe(sentence);
});

test('what is sent under another id is named', () => {
  expect(whyMissing(CPU, { pyroscope_spy: 'nodespy' })).toBe(
    'No "CPU" of this kind: the Node.js SDK sends it as "CPU" (wall:cpu:nanoseconds:wall:nanoseconds).'
  );
  expect(whyMissing('memory:inuse_space:bytes:space:bytes', { pyroscope_spy: 'nodespy' })).toContain(
    `as "Heap" (${HEAP})`
  );
});

test('what has to be turned on, or needs a newer runtime, is said', () => {
  expect(whyMissing('block:contentions:count:contentions:count', { pyroscope_spy: 'gospy' })).toMatch(
    /^No block data: with the Go SDK, it has to be turned on: .*SetBlockProfileRate\.$/
  );
  expect(whyMissing('heap:inuse_space:bytes:cpu:nanoseconds', { pyroscope_spy: 'dotnetspy' })).toBe(
    'No heap data: with the .NET SDK, it needs .NET 7.0 or later, and has to be turned on: PYROSCOPE_PROFILING_HEAP_ENABLED.'
  );
});

test('the profiler is found by whatever label says it, and nothing is claimed without one', () => {
  expect(whyMissing(HEAP, { __spy__: 'rbspy' })).toContain('Ruby');
  expect(whyMissing(HEAP, { telemetry_sdk_language: 'python' })).toContain('Python');
  expect(whyMissing(HEAP, { service_name: 'ebpf/shop/cart', language: 'java' })).toContain('eBPF');
  expect(whyMissing(HEAP, { pyroscope_spy: 'unknown', language: 'ruby' })).toContain('Ruby');
  expect(whyMissing(HEAP, { service_name: 'shop', pyroscope_spy: 'unknown' })).toBeUndefined();
  expect(whyMissing(HEAP, {})).toBeUndefined();
  expect(whyMissing('a:b:count:d:e', { pyroscope_spy: 'rbspy' })).toBeUndefined();
});

test('those who send a type are listed with the version that they need', () => {
  expect(sendersOf(HEAP)).toEqual([
    { instrumentation: '.NET SDK', since: '7.0+' },
    { instrumentation: 'Node.js SDK', since: 'yes' },
  ]);
  expect(sendersOf('exception:exception:count:cpu:nanoseconds').map(({ instrumentation }) => instrumentation)).toEqual([
    '.NET SDK',
  ]);
  expect(sendersOf('a:b:count:d:e')).toEqual([]);
});

test('every type that a profiler sends is one of the known', () => {
  const unknown = Object.values(sentTypes)
    .flat()
    .filter((id) => knownTypes[id] === undefined);
  expect(unknown).toEqual([]);
});

test('every measure that a profiler sends, it sends under some id of that kind', () => {
  for (const [name, sends] of Object.entries(instrumentations)) {
    const families = new Set(sentTypes[name as Instrumentation].map((id) => describeProfileType(id).measure));
    // The documentation counts what .NET's heap holds twice, and its locks under both names.
    const told = (Object.keys(sends) as Measure[]).filter(
      (measure) => !/^(Inuse|Mutex)/.test(measure) || name !== '.NET SDK'
    );
    expect(told.filter((measure) => !families.has(measure)).map((measure) => `${name}: ${measure}`)).toEqual([]);
  }
});

test('every kind that Pyroscope documents is in the catalogue', () => {
  const found = new Set(Object.values(knownTypes).map(({ measure }) => measure));
  expect(measures.filter((measure) => !found.has(measure))).toEqual([]);
});
