import { namedProfileTypes } from './namedProfileTypes';

test('types come by family, what is measured before what is counted', () => {
  const names = namedProfileTypes([
    'zoo:animals:count:zoo:count',
    'memory:alloc_objects:count:space:bytes',
    'process_cpu:samples:count:cpu:nanoseconds',
    'memory:alloc_space:bytes:space:bytes',
    'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  ]).map(({ name }) => name);
  expect(names).toEqual(['CPU', 'CPU samples', 'Allocated space', 'Allocated objects', 'zoo:animals:count:zoo:count']);
});

test('types of one name are told apart by their ids, and no type is there twice', () => {
  const names = namedProfileTypes([
    'wall:cpu:nanoseconds:wall:nanoseconds',
    'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  ]).map(({ name }) => name);
  expect(names).toEqual([
    'CPU (process_cpu:cpu:nanoseconds:cpu:nanoseconds)',
    'CPU (wall:cpu:nanoseconds:wall:nanoseconds)',
  ]);
});
