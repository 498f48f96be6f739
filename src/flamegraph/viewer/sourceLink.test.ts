import { sourceLink, webAddress } from './sourceLink';

const template = 'https://git.example.com/{repo}/blob/{ref}/{path}#L{line}';
const labels = { repo: 'shop/checkout', ref: 'v1.2' };

test('a template is filled with path, line and labels', () => {
  expect(sourceLink(template, { path: 'cmd/main.go', line: 12, labels })).toBe(
    'https://git.example.com/shop/checkout/blob/v1.2/cmd/main.go#L12'
  );
});

test('a line that is not known leaves the file', () => {
  expect(sourceLink(template, { path: '/cmd/main.go', line: 0, labels })).toBe(
    'https://git.example.com/shop/checkout/blob/v1.2/cmd/main.go#L'
  );
});

test('without a label that the template names there is no link', () => {
  expect(sourceLink(template, { path: 'main.go', line: 1, labels: { repo: 'shop' } })).toBeUndefined();
  expect(sourceLink(template, { path: '', line: 1, labels })).toBeUndefined();
  expect(sourceLink('https://host/{toString}', { path: 'a', line: 1, labels: {} })).toBeUndefined();
});

test.each([
  ['../../../../evil', '/x/evil'],
  ['a?next=//evil.com#frag', '/x/a%3Fnext%3D/evil.com%23frag'],
  ['//evil.com/a', '/x/evil.com/a'],
  ['https://evil.com', '/x/https%3A/evil.com'],
  ['a\\..\\b "<script>', '/x/a%5C..%5Cb%20%22%3Cscript%3E'],
  ['lone \uD800 surrogate', '/x/lone%20%EF%BF%BD%20surrogate'],
])('a path of %j stays a path of that host', (path, expected) => {
  const address = sourceLink('https://host.example/x/{path}', { path, line: 1, labels: {} });
  const { origin, pathname, search, hash } = new URL(address!);
  expect(origin).toBe('https://host.example');
  expect(search + hash).toBe('');
  expect(pathname.replace(/\/\//g, '/')).toBe(expected);
});

test.each(['javascript:alert(1)//{path}', 'data:text/html,{path}', '{path}', '//host/{path}', 'file:///{path}', ''])(
  'a template of %j gives no link',
  (hostile) => {
    expect(sourceLink(hostile, { path: 'javascript:alert(1)', line: 1, labels: {} })).toBeUndefined();
  }
);

test('a label cannot become the host', () => {
  expect(sourceLink('https://{host}/{path}', { path: 'a', line: 1, labels: { host: 'evil.com@x' } })).toBeUndefined();
  expect(webAddress('https://example.com/a')).toBe('https://example.com/a');
});
