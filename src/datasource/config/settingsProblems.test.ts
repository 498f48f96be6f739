import type { ProfilesOptions } from '../profilesQuery';
import { addressProblem, settingsProblems, tenantProblem } from './settingsProblems';

test('empty settings, and settings as the guide has them, are fine', () => {
  expect(settingsProblems({})).toEqual({});
  expect(
    settingsProblems({
      defaultProfileType: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
      defaultLabelSelector: '{service_name="checkout"}',
      minStep: '1m30s',
      maxNodes: 16_384,
      longestRange: '7d',
      lookBack: '30d',
      coreHourCost: 0,
      gibHourCost: 0.005,
      currency: 'EUR',
      sourceLinkTemplate: 'https://git.example.com/{repo}/blob/{ref}/{path}#L{line}',
    })
  ).toEqual({});
});

test.each<[Partial<Record<keyof ProfilesOptions, unknown>>, RegExp]>([
  [{ defaultProfileType: 'cpu' }, /"cpu" is no profile type/],
  [{ defaultLabelSelector: '{service_name=checkout}' }, /cannot be read at its character 15/],
  [{ minStep: '15' }, /with a unit.*15s.*"15" is none/],
  [{ minStep: '0s' }, /longer than nothing/],
  [{ longestRange: 'a week' }, /The longest range .* "a week" is none/],
  [{ lookBack: 'a month' }, /The look-back limit .* "a month" is none/],
  [{ maxNodes: 0 }, /1 to 1,048,576/],
  [{ maxNodes: 1.5 }, /whole number/],
  [{ maxNodes: '100' }, /whole number/],
  [{ maxNodes: 2_000_000 }, /1 to 1,048,576/],
  [{ coreHourCost: -1 }, /hour of a core costs is a number/],
  [{ gibHourCost: '0,05' }, /hour of a GiB costs is a number/],
  [{ currency: '€' }, /code of three letters/],
  [{ sourceLinkTemplate: 'javascript:alert({path})' }, /begins with http/],
])('%j is told: %s', (settings, sentence) => {
  const problems = settingsProblems(settings as ProfilesOptions);
  expect(Object.keys(problems)).toEqual(Object.keys(settings));
  expect(Object.values(problems)[0]).toMatch(sentence);
});

test.each(['http://pyroscope:4040', 'https://example.com/pyroscope/'])('%s is an address', (url) => {
  expect(addressProblem(url)).toBeUndefined();
});

test.each(['', 'pyroscope:4040', 'localhost', 'ftp://pyroscope', 'javascript:alert(1)'])(
  '"%s" is no address',
  (url) => {
    expect(addressProblem(url)).toMatch(/http:\/\/pyroscope:4040/);
  }
);

test.each(['', 'team-a', "a!-_.*'()9", 'a|b|c'])('"%s" can be a tenant', (tenant) => {
  expect(tenantProblem(tenant)).toBeUndefined();
});

test.each([
  ['a|', /empty/],
  ['a||b', /empty/],
  ['a b', /"a b" cannot be/],
  ['a/b', /"a\/b" cannot be/],
  ['a|..', /"\.\." cannot be/],
  ['x'.repeat(151), /too long/],
])('"%s" cannot be a tenant', (tenant, sentence) => {
  expect(tenantProblem(tenant)).toMatch(sentence);
});
