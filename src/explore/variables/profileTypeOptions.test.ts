import { profileTypeOptions } from './profileTypeOptions';

const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const cpuSamples = 'process_cpu:samples:count:cpu:nanoseconds';
const nodeCpu = 'wall:cpu:nanoseconds:wall:nanoseconds';
const inuse = 'memory:inuse_space:bytes:space:bytes';

test('CPU time comes first, whatever the order of the answer', () => {
  const ids = profileTypeOptions([inuse, cpuSamples, cpu]).map(({ value }) => value);
  expect(ids).toEqual([cpu, cpuSamples, inuse]);
});

test('two ids of the same meaning can be told apart', () => {
  expect(profileTypeOptions([cpu, nodeCpu]).map(({ label }) => label)).toEqual([`CPU (${cpu})`, `CPU (${nodeCpu})`]);
  expect(profileTypeOptions([nodeCpu])).toEqual([{ value: nodeCpu, label: 'CPU' }]);
});

test('an unknown id keeps its place under its own name', () => {
  expect(profileTypeOptions(['strange'])).toEqual([{ value: 'strange', label: 'strange' }]);
});
