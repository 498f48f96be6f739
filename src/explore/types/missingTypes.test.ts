import { missingTypes, whyNone } from './missingTypes';

const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const heap = 'memory:inuse_space:bytes:inuse_space:bytes';

const whys = (sent: readonly string[], labels: Record<string, string>) =>
  new Map(missingTypes(sent, labels).map(({ label, why }) => [label, why]));

test('what a service sends is not missing, under whatever id', () => {
  expect([...whys([cpu], {}).keys()]).not.toContain('CPU');
  expect([...whys(['wall:cpu:nanoseconds:wall:nanoseconds'], {}).keys()]).not.toContain('CPU');
  expect([...whys([], {}).keys()]).toContain('CPU');
});

test('with a known profiler each type says why it is missing', () => {
  const ruby = whys([cpu], { pyroscope_spy: 'rbspy' });
  expect(ruby.get('Goroutines')).toBe('No goroutine data: the Ruby SDK does not send it.');
  const go = whys([], { pyroscope_spy: 'gospy' });
  expect(go.get('CPU')).toBe('The Go SDK sends it, but nothing came in this time range.');
  expect(go.get('Goroutines')).toMatch(/with the Go SDK, it has to be turned on: ProfileGoroutines/);
});

test('without a known profiler it says who would send the type, and claims nothing of this one', () => {
  expect(whyNone(heap, {})).toBe('Sent by: .NET SDK, Node.js SDK. What profiles this service, its labels do not say.');
  expect(whys([cpu], {}).get('Exceptions')).toBe('Sent by: .NET SDK.');
  expect(whyNone('a:b:count:d:e', {})).toMatch(/^Nothing is known about who sends it\./);
});
