import { defaultProfileType } from './defaultProfileType';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const NODE_CPU = 'wall:cpu:nanoseconds:wall:nanoseconds';

test.each([
  ['the preferred type, if the backend has it', [CPU, 'a:b:count:d:e'], 'a:b:count:d:e', 'a:b:count:d:e'],
  ['CPU', ['block:delay:nanoseconds:contentions:count', CPU], undefined, CPU],
  ['CPU, where the preferred type is not there', [CPU], 'a:b:count:d:e', CPU],
  [
    'CPU as Node.js sends it, and time before samples',
    ['wall:samples:count:wall:nanoseconds', 'wall:wall:nanoseconds:wall:nanoseconds', NODE_CPU],
    '',
    NODE_CPU,
  ],
  [
    'the first other family',
    ['mutex:delay:nanoseconds:mutex:count', 'memory:alloc_space:bytes:space:bytes'],
    undefined,
    'memory:alloc_space:bytes:space:bytes',
  ],
  ['the usual type of an empty backend', [], undefined, CPU],
  ['the preferred type of an empty backend', [], 'a:b:count:d:e', 'a:b:count:d:e'],
])('%s', (_, available, preferred, expected) => {
  expect(defaultProfileType(available, preferred)).toBe(expected);
});
