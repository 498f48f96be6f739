import type { MatchOperator } from '../../src/pyroscope/labelSelector';
import { labelTest } from './matchLabels';

const labels = [
  { name: 'pod', value: 'pay-0\nblue' },
  { name: 'service_name', value: 'checkout' },
];

test.each<[string, MatchOperator, string, boolean]>([
  ['service_name', '=', 'checkout', true],
  ['service_name', '=', 'check', false],
  ['service_name', '!=', 'cart', true],
  ['service_name', '=~', 'check', false],
  ['service_name', '=~', 'check.*', true],
  ['service_name', '=~', 'cart|checkout', true],
  ['service_name', '=~', '(?i)CHECKOUT', true],
  ['service_name', '=~', '(?P<first>c).*', true],
  ['service_name', '!~', 'cart|check', true],
  ['service_name', '!~', 'c.+', false],
  ['pod', '=~', 'pay.*', true],
  ['region', '=', '', true],
  ['region', '!=', '', false],
  ['region', '=~', '.*', true],
  ['region', '=~', '.+', false],
  ['region', '!~', 'eu', true],
])('%s%s%j', (name, op, value, fits) => {
  expect(labelTest([{ name, op, value }])(labels)).toBe(fits);
});

test('a series must fit all matchers', () => {
  const fits = labelTest([
    { name: 'service_name', op: '=', value: 'checkout' },
    { name: 'pod', op: '!~', value: 'pay.*' },
  ]);
  expect(fits(labels)).toBe(false);
});

test.each(['(', 'a)|(b', '[a', '*a'])('an expression that cannot be read is refused: %s', (value) => {
  expect(() => labelTest([{ name: 'pod', op: '=~', value }])).toThrow(SyntaxError);
});
