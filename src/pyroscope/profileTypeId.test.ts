import { parseProfileTypeId, sampleUnitOf } from './profileTypeId';
import { recordedCase } from './testing/recordings';
import { recordedJson } from './testing/replay';

test('the parts of every recorded id are those that the backend says', () => {
  const { profileTypes } = recordedJson(recordedCase('meta/profile-types')) as { profileTypes: Array<{ ID: string }> };
  expect(profileTypes.length).toBeGreaterThan(20);
  for (const { ID, ...parts } of profileTypes) {
    expect(parseProfileTypeId(ID)).toEqual({ id: ID, ...parts });
  }
});

test('parts may be empty, and a sixth part means nothing', () => {
  expect(parseProfileTypeId('off_cpu:off_cpu:nanoseconds::')).toMatchObject({
    sampleUnit: 'nanoseconds',
    periodType: '',
  });
  expect(parseProfileTypeId('memory:alloc_space:bytes:space:bytes:delta')).toMatchObject({
    name: 'memory',
    periodUnit: 'bytes',
  });
});

test.each(['', 'cpu', 'a:b:c:d', 'a:b:c:d:e:f:g'])('%p is refused, as the backend does', (id) => {
  expect(parseProfileTypeId(id)).toBeUndefined();
});

test.each([
  ['process_cpu:cpu:nanoseconds:cpu:nanoseconds', 'nanoseconds'],
  ['wall:wall:microseconds:wall:microseconds', 'microseconds'],
  ['memory:inuse_space:bytes:space:bytes', 'bytes'],
  ['goroutines:goroutine:count:goroutine:count', 'count'],
  ['custom:work:joules:work:joules', 'unknown'],
  ['cpu', 'unknown'],
])('%s is counted in %s', (id, unit) => {
  expect(sampleUnitOf(id)).toBe(unit);
});
