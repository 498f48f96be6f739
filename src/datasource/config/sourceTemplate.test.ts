import { checkTemplate } from './sourceTemplate';

test('a template is shown at work', () => {
  expect(checkTemplate('https://github.com/{service_repository}/blob/{service_git_ref}/{path}#L{line}')).toEqual({
    example: 'https://github.com/acme/shop/blob/v1.4.2/internal/cart/price.go#L42',
  });
});

test('a label that is not in the example stands for itself', () => {
  expect(checkTemplate('https://git.example.com/{team}/{path}').example).toBe(
    'https://git.example.com/team/internal/cart/price.go'
  );
});

test('labels that no profile has are said, where the labels are known', () => {
  const template = 'https://git.example.com/{repo}/{path}?at={ref}#L{line}';
  expect(checkTemplate(template).warning).toBeUndefined();
  expect(checkTemplate(template, ['repo', 'ref', 'pod']).warning).toBeUndefined();
  expect(checkTemplate(template, ['pod', 'ref']).warning).toMatch(/has a label "repo":/);
  expect(checkTemplate(template, []).warning).toMatch(/has labels "repo", "ref":/);
});

test('a link that does not depend on the function is said', () => {
  expect(checkTemplate('https://example.com/').warning).toMatch(/every function has the same link/);
});

test.each([
  ['javascript:alert("{path}")', /begins with http/],
  ['//example.com/{path}', /begins with http/],
  ['example.com/{path}', /begins with http/],
  ['https://', /begins with http/],
  ['https://{path}/x', /host of a link is fixed/],
  ['https://example.com/{path', /not closed/],
  ['https://example.com/path}', /not closed/],
  ['https://example.com/{}/{path}', /empty/],
])('%s cannot be a template', (template, sentence) => {
  const { problem, example } = checkTemplate(template);
  expect(problem).toMatch(sentence);
  expect(example).toBeUndefined();
});
