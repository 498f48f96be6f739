import { fitLabel } from './fitLabel';

/** Ten pixels a letter. */
const measure = (text: string) => text.length * 10;
const forms = ['net/http.(*conn).serve', 'http.(*conn).serve', '(*conn).serve', 'serve'];

test.each([
  [220, 'net/http.(*conn).serve'],
  [219, 'http.(*conn).serve'],
  [130, '(*conn).serve'],
  [50, 'serve'],
  [49, 'ser…'],
  [30, 'se…'],
  [29, ''],
])('in %p pixels', (width, label) => {
  expect(fitLabel(forms, width, measure)).toBe(label);
});

test('a letter of two halves is never cut in two', () => {
  expect(fitLabel(['ab😀😀😀'], 40, measure)).toBe('ab…');
});

test('a name of five million letters is cut like any other', () => {
  expect(fitLabel(['x'.repeat(5_000_000)], 50, measure)).toBe('xxxx…');
});

test.each([
  [130, '(*conn).serve'],
  [50, 'serve'],
  [49, '…rve'],
  [30, '…ve'],
  [29, ''],
])('aligned right in %p pixels, the end of the name is what stays', (width, label) => {
  expect(fitLabel(forms, width, measure, 'right')).toBe(label);
});

test('aligned right, a letter of two halves is not cut in two either', () => {
  expect(fitLabel(['😀😀😀ab'], 40, measure, 'right')).toBe('…ab');
});
