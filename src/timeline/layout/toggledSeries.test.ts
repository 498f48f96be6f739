import { toggledSeries } from './toggledSeries';

const names = ['a', 'b', 'c'];
const hide = (...hidden: string[]) => new Set(hidden);

test('a click shows one alone, another click on it all of them, a click on another that one', () => {
  expect(toggledSeries(names, hide(), 'b', false)).toEqual(hide('a', 'c'));
  expect(toggledSeries(names, hide('a', 'c'), 'b', false)).toEqual(hide());
  expect(toggledSeries(names, hide('a', 'c'), 'c', false)).toEqual(hide('a', 'b'));
});

test('with Ctrl one is hidden or shown beside the others', () => {
  expect(toggledSeries(names, hide(), 'b', true)).toEqual(hide('b'));
  expect(toggledSeries(names, hide('a', 'b'), 'b', true)).toEqual(hide('a'));
});

test('hiding the last one shows all: an empty plot helps nobody', () => {
  expect(toggledSeries(names, hide('a', 'b'), 'c', true)).toEqual(hide());
});
