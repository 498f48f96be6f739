import { offeredPictures, shownPictures } from './pictureChoice';

test('a wide panel shows both by itself, any other the flame graph', () => {
  expect(shownPictures('auto', 1200, 600)).toBe('both');
  expect(shownPictures('auto', 700, 600)).toBe('flamegraph');
});

test('what was chosen is shown at any width that has room for it', () => {
  expect(shownPictures('table', 1200, 600)).toBe('table');
  expect(shownPictures('flamegraph', 1200, 600)).toBe('flamegraph');
  expect(shownPictures('both', 700, 600)).toBe('both');
  expect(shownPictures('both', 400, 600)).toBe('flamegraph');
  expect(offeredPictures('both', 400, 600)).toEqual(['flamegraph', 'table']);
});

test('a tiny panel offers no choice, and shows the table only if that is what it is for', () => {
  expect(offeredPictures('auto', 1200, 120)).toHaveLength(1);
  expect(shownPictures('auto', 1200, 120)).toBe('flamegraph');
  expect(shownPictures('both', 1200, 120)).toBe('flamegraph');
  expect(shownPictures('table', 1200, 120)).toBe('table');
});
