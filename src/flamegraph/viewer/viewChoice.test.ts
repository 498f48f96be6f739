import { offeredViews, shownView } from './viewChoice';

test('a wide panel shows both by itself, any other the flame graph', () => {
  expect(shownView('auto', 1200, 600)).toBe('both');
  expect(shownView('auto', 700, 600)).toBe('flamegraph');
});

test('what was chosen is shown at any width that has room for it', () => {
  expect(shownView('table', 1200, 600)).toBe('table');
  expect(shownView('tree', 400, 600)).toBe('tree');
  expect(shownView('both', 700, 600)).toBe('both');
  expect(shownView('both', 400, 600)).toBe('flamegraph');
  expect(offeredViews('both', 400, 600)).not.toContain('both');
});

test('a tiny panel offers no choice, and shows a table only if that is what it is for', () => {
  expect(offeredViews('auto', 1200, 120)).toEqual(['flamegraph']);
  expect(shownView('both', 1200, 120)).toBe('flamegraph');
  expect(shownView('sandwich', 1200, 120)).toBe('flamegraph');
  expect(shownView('table', 1200, 120)).toBe('table');
  expect(shownView('tree', 1200, 120)).toBe('tree');
});
