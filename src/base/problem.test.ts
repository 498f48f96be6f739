import { ProblemError, problemOf } from './problem';

test('a problem keeps its kind and sentence on its way through code that throws', () => {
  const problem = { kind: 'unreachable', sentence: 'The backend cannot be reached.' } as const;
  expect(problemOf(new ProblemError(problem))).toBe(problem);
});

test('a problem from another bundle is recognised by its shape', () => {
  const problem = { kind: 'timeout', sentence: 'No answer in time.' } as const;
  expect(problemOf({ name: 'ProblemError', problem })).toBe(problem);
});

test('what else was thrown keeps its message', () => {
  expect(problemOf(new Error('boom')).sentence).toContain('boom');
  expect(problemOf('text').detail).toBe('text');
});
