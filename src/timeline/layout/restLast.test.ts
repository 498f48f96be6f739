import { restLast } from './restLast';
import type { TimelineSeries } from './timelineSeries';

const series = (name: string, isRest?: boolean): TimelineSeries => ({
  name,
  colour: `colour of ${name}`,
  timestamps: new Float64Array(0),
  values: new Float64Array(0),
  stepMs: 10,
  partialFirst: false,
  partialLast: false,
  isRest,
});

test('what a limit left out is last and neutral, and a series that is merely called so is not', () => {
  const all = restLast([series('other', true), series('a'), series('other'), series('b')], 'grey');
  expect(all.map(({ name, colour }) => `${name}: ${colour}`)).toEqual([
    'a: colour of a',
    'other: colour of other',
    'b: colour of b',
    'other: grey',
  ]);
});

test('without a rest the list is the very same, so that nothing is laid out again', () => {
  const all = [series('a'), series('b')];
  expect(restLast(all, 'grey')).toBe(all);
});
