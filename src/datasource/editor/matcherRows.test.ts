import fc from 'fast-check';
import { formatLabelSelector, parseLabelSelector, type LabelMatcher } from '../../pyroscope/labelSelector';
import { matcherOfRow, rowOf, withOperator } from './matcherRows';

const matcher = (text: string): LabelMatcher => {
  const parsed = parseLabelSelector(`{${text}}`);
  if (!parsed.ok) {
    throw new Error(parsed.problem.sentence);
  }
  return parsed.matchers[0];
};
const row = (text: string) => rowOf(matcher(text));

test.each([
  ['a="x"', '=', ['x']],
  ['a!="x"', '!=', ['x']],
  ['a=""', 'empty', []],
  ['a!=""', 'not empty', []],
  ['a=~"eu|us"', 'in', ['eu', 'us']],
  ['a!~"eu|us"', 'not in', ['eu', 'us']],
  ['a=~"v1\\\\.2|v1\\\\.3"', 'in', ['v1.2', 'v1.3']],
  ['a=~"$region|other"', 'in', ['$region', 'other']],
])('%s is shown as %s %j', (text, operator, values) => {
  expect(row(text)).toEqual({ label: 'a', operator, values });
});

test.each([
  'a=~"v1.2|v1.3"',
  'a=~"(eu|us)"',
  'a=~"eu|"',
  'a=~"|eu"',
  'a=~"eu|eu"',
  'a=~"eu"',
  'a=~""',
  'a=~"e.*|us"',
  'a=~"a\\\\d|b"',
])('%s stays an expression', (text) => expect(row(text).operator).toBe('=~'));

test('an unfinished row says nothing', () => {
  expect(matcherOfRow({ label: '', operator: 'empty', values: [] })).toBeUndefined();
  expect(matcherOfRow({ label: 'a', operator: '=', values: [] })).toBeUndefined();
  expect(matcherOfRow({ label: 'a', operator: 'in', values: [] })).toBeUndefined();
});

test('values that were chosen from a list are escaped, variables are not', () => {
  expect(matcherOfRow({ label: 'a', operator: 'in', values: ['v1.2', '${region:regex}'] })).toEqual({
    name: 'a',
    op: '=~',
    value: 'v1\\.2|${region:regex}',
  });
});

test('another operator keeps the values as far as they mean the same', () => {
  const one = { label: 'a', operator: '=' as const, values: ['v1.2'] };
  expect(withOperator(one, '=~').values).toEqual(['v1\\.2']);
  expect(withOperator(withOperator(one, '=~'), 'in').values).toEqual(['v1.2']);
  expect(withOperator({ label: 'a', operator: 'in', values: ['b', 'c'] }, '=~').values).toEqual(['b|c']);
  expect(withOperator({ label: 'a', operator: 'in', values: ['b', 'c'] }, '!=').values).toEqual(['b']);
  expect(withOperator({ label: 'a', operator: '=~', values: ['b.*'] }, '=').values).toEqual([]);
  expect(withOperator(one, 'empty').values).toEqual([]);
});

const piece = fc.constantFrom(
  'a',
  'b',
  '.',
  '\\',
  '|',
  '*',
  '$',
  '{',
  '}',
  '"',
  '[[',
  ']]',
  '-',
  ' ',
  'é',
  '\n',
  '😀',
  '\\.',
  '\\|'
);
const value = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const matchers = fc.array(
  fc.record({
    name: fc.constantFrom('service_name', 'region', 'k8s.pod', 'a b', 'ü'),
    op: fc.constantFrom('=', '!=', '=~', '!~'),
    value,
  }),
  { maxLength: 5 }
);

test('a selector comes back out of the builder with the same matchers', () => {
  fc.assert(
    fc.property(matchers, (all) => {
      const parsed = parseLabelSelector(formatLabelSelector(all));
      const rows = parsed.ok ? parsed.matchers.map(rowOf) : [];
      const again = parseLabelSelector(formatLabelSelector(rows.map((each) => matcherOfRow(each)!)));
      expect(again).toEqual({ ok: true, matchers: all });
    }),
    { numRuns: 2000 }
  );
});

test('what is chosen in the builder is shown again as it was chosen', () => {
  const chosen = fc.record({
    label: fc.constantFrom('region', 'k8s.pod'),
    operator: fc.constantFrom('in', 'not in'),
    values: fc.uniqueArray(
      value.filter((text) => text !== ''),
      { minLength: 2, maxLength: 4 }
    ),
  });
  fc.assert(
    fc.property(chosen, (each) => {
      expect(rowOf(matcherOfRow(each as never)!)).toEqual(each);
    }),
    { numRuns: 2000 }
  );
});
