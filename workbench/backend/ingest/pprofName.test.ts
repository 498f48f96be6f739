import { pprofOfStacks } from './pprofOfStacks';
import { pprofName } from './pprofName';

function named(...types: string[]): string {
  return pprofName(pprofOfStacks({ sampleTypes: types.map((type) => ({ type, unit: 'count' })), time: 0, stacks: [] }));
}

test.each([
  ['wall', ['samples', 'wall', 'cpu']],
  ['process_cpu', ['samples', 'cpu']],
  ['process_cpu', ['samples']],
  ['memory', ['inuse_objects', 'inuse_space']],
  ['memory', ['alloc_in_new_tlab_objects']],
  ['memory', ['objects', 'space']],
  ['goroutines', ['goroutine']],
  ['mutex', ['contentions', 'delay']],
  ['exception', ['exception']],
])('%s: %j', (name, types) => {
  expect(named(...types)).toBe(name);
});
