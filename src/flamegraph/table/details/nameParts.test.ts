import { nameParts } from './nameParts';

test.each([
  ['net/http.(*conn).serve', 'net/http', '(*conn)', 'serve'],
  ['github.com/acme/shop/internal/price.Round', 'github.com/acme/shop/internal/price', undefined, 'Round'],
  ['java/util/HashMap.put', 'java/util', 'HashMap', 'put'],
  ['tokio::runtime::park::Inner::park', 'tokio::runtime::park', 'Inner', 'park'],
  ['System.Text.Json!System.Text.Json.Reader.Read', 'System.Text.Json', 'Reader', 'Read'],
  ['malloc', undefined, undefined, 'malloc'],
])('%s', (name, inPackage, type, member) => {
  expect(nameParts(name, undefined)).toEqual({ package: inPackage, type, member });
});

test('a bare name has its package by its file', () => {
  expect(nameParts('run', '/app/lib/tasks.py').package).toBeDefined();
});
