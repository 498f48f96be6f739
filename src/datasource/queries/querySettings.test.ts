import { problemOf } from '../../base/problem';
import { epochMs } from '../../base/units';
import { checkAllowed, minStepOf, type QuerySettings } from './querySettings';

const HOUR = 3_600_000;
const span = (hours: number) => ({ from: epochMs(1_795_240_800_000), to: epochMs(1_795_240_800_000 + hours * HOUR) });

function sentenceOf(labelSelector: string, hours: number, settings: QuerySettings): string | undefined {
  try {
    checkAllowed(labelSelector, span(hours), settings);
    return undefined;
  } catch (error) {
    return problemOf(error).sentence;
  }
}

test('all is allowed where the settings say nothing', () => {
  expect(sentenceOf('{}', 10_000, {})).toBeUndefined();
  expect(sentenceOf('{}', 10_000, { longestRange: '' })).toBeUndefined();
});

test('a range that is too long is refused, one that is just long enough is not', () => {
  expect(sentenceOf('{}', 25, { longestRange: '1d' })).toContain('longer than this data source allows (1d)');
  expect(sentenceOf('{}', 24, { longestRange: '1d' })).toBeUndefined();
});

test.each([
  ['{}', false],
  ['{service_name=~".*"}', false],
  ['{service_name=~".+"}', false],
  ['{service_name!="cart"}', false],
  ['{service_name=""}', false],
  ['{service_name="cart"}', true],
  ['{pod=~"cart-.*"}', true],
])('where a selector is required, %s is allowed: %p', (selector, isAllowed) => {
  expect(sentenceOf(selector, 1, { requiresSelector: true }) === undefined).toBe(isAllowed);
});

test('a setting that cannot be read is told, not passed over', () => {
  expect(minStepOf({ minStep: '30s' })).toBe(30_000);
  expect(minStepOf({ minStep: ' ' })).toBeUndefined();
  expect(() => minStepOf({ minStep: 'short' })).toThrow('minimum step "short" in the data source\'s settings');
});
