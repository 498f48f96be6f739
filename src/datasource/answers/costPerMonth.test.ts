import { epochMs } from '../../base/units';
import { costPerMonth, hasPrices } from './costPerMonth';

const hour = { labelSelector: '{}', from: epochMs(0), to: epochMs(3_600_000) };
const prices = { coreHourCost: 0.04, gibHourCost: 0.005, currency: 'eur' };

test.each([
  // Half a core over an hour is half a core all month: 0.5 × 730 h × 0.04.
  ['process_cpu:cpu:nanoseconds:cpu:nanoseconds', 1800e9, 14.6],
  ['wall:cpu:nanoseconds:wall:nanoseconds', 1800e9, 14.6],
  // Four GiB on average: 4 × 730 h × 0.005.
  ['memory:inuse_space:bytes:space:bytes', 4 * 2 ** 30, 14.6],
])('%s has a price', (profileTypeId, value, amount) => {
  const cost = costPerMonth(prices, { ...hour, profileTypeId }, value);
  expect(cost?.currency).toBe('EUR');
  expect(cost?.amount).toBeCloseTo(amount);
});

test.each([
  'wall:wall:nanoseconds:wall:nanoseconds',
  'memory:alloc_space:bytes:space:bytes',
  'memory:inuse_objects:count:space:bytes',
  'goroutine:goroutines:count:goroutine:count',
])('%s has none', (profileTypeId) => {
  expect(costPerMonth(prices, { ...hour, profileTypeId }, 1e12)).toBeUndefined();
});

test('a longer range of the same load costs the same a month', () => {
  const question = { ...hour, profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds' };
  const day = { ...question, to: epochMs(24 * 3_600_000) };
  expect(costPerMonth(prices, day, 24 * 1800e9)).toEqual(costPerMonth(prices, question, 1800e9));
});

test('without a price, or without a range, nothing is said', () => {
  const question = { ...hour, profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds' };
  expect(costPerMonth({ gibHourCost: 1 }, question, 1e9)).toBeUndefined();
  expect(costPerMonth(prices, { ...question, to: question.from }, 1e9)).toBeUndefined();
  expect([{}, { coreHourCost: 0 }, { gibHourCost: NaN }, { gibHourCost: 0.1 }].map(hasPrices)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('a currency that is no code, from a file, is none', () => {
  const question = { ...hour, profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds' };
  expect(costPerMonth({ coreHourCost: 1, currency: 'Euro' }, question, 1e9)?.currency).toBe('XXX');
  expect(costPerMonth({ coreHourCost: 1 }, question, 1e9)?.currency).toBe('USD');
});
