import { nameParts } from './nameParts';

test.each([
  ['net/http.(*conn).serve', 'net/http', '(*conn)', 'serve'],
  ['github.com/acme/shop/internal/price.Round', 'github.com/acme/shop/internal/price', undefined, 'Round'],
  ['java/util/HashMap.put', 'java/util', 'HashMap', 'put'],
  ['tokio::runtime::park::Inner::park', 'tokio::runtime::park', 'Inner', 'park'],
  ['System.Text.Json!System.Text.Json.Reader.Read', 'System.Text.Json', 'Reader', 'Read'],
  ['./service.js:runJobs:59', undefined, undefined, 'runJobs'],
  ['service.js:runJobs:59', undefined, undefined, 'runJobs'],
  ['./src/service.js:runJobs:59', './src', undefined, 'runJobs'],
  ['./node_modules/chart.js/dist/chart.js:draw:4', 'chart.js', undefined, 'draw'],
  ['node:fs:readFile:12', 'node:fs', undefined, 'readFile'],
  ['app/tasks.py:run - 12', 'app', undefined, 'run'],
  ['malloc', undefined, undefined, 'malloc'],
])('%s', (name, inPackage, type, member) => {
  expect(nameParts(name, undefined)).toEqual({ package: inPackage, type, member });
});

test('a bare name has its package by its file', () => {
  expect(nameParts('run', '/app/lib/tasks.py').package).toBeDefined();
});
