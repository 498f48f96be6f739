import { displayName } from './displayName';

test.each([
  ['net/http.(*conn).serve', 'net/http.(*conn).serve'],
  ['', '(no name)'],
  ['a\nb\tc\u0000d\u2028e', 'a b c d e'],
  ['\u202egnp.exe\u202c', 'gnp.exe'],
  ['שלום.run', 'שלום.run'],
])('%j is shown as %j', (name, shown) => {
  expect(displayName(name)).toBe(shown);
});

test('a name of megabytes is cut and says so', () => {
  expect(displayName('x'.repeat(5_000_000))).toMatch(/^x{2000}… \(5000000 characters\)$/);
});
