import { describeProfileType } from '../../catalogue/describeProfileType';
import type { Cost, ProfileQuestion } from '../../profile/profileSource';
import type { ProfilesOptions } from '../profilesQuery';

/** What an hour of one core, and of one GiB of memory, costs. */
export type Prices = Pick<ProfilesOptions, 'coreHourCost' | 'gibHourCost' | 'currency'>;

/** Of an average month: 365 days by 24 hours by a twelfth. */
const HOURS_OF_MONTH = 730;
const GIB = 2 ** 30;

/** Whether the settings have a price at all. */
export function hasPrices({ coreHourCost, gibHourCost }: Prices): boolean {
  return isPrice(coreHourCost) || isPrice(gibHourCost);
}

/**
 * What a value of a question's profile, in its sample unit, comes to in a month that is like the question's range: CPU
 * time as the cores that it keeps busy, memory in use as it is. Undefined for what has no price.
 */
export function costPerMonth(prices: Prices, question: ProfileQuestion, value: number): Cost | undefined {
  const { coreHourCost, gibHourCost, currency = '' } = prices;
  const { profileTypeId, from, to } = question;
  const { family, series } = describeProfileType(profileTypeId);
  const cost = (amount: number): Cost => ({ amount: amount * HOURS_OF_MONTH, currency: codeOf(currency) });
  const seconds = (to - from) / 1000;
  if (family === 'CPU' && series.unit === 'cores' && isPrice(coreHourCost) && seconds > 0) {
    return cost(((value * series.scale) / seconds) * coreHourCost);
  }
  return family === 'Memory in use' && series.unit === 'bytes' && isPrice(gibHourCost)
    ? cost(((value * series.scale) / GIB) * gibHourCost)
    : undefined;
}

/** What is no code, as files may have it, becomes that of no currency. */
function codeOf(currency: string): string {
  return currency === '' ? 'USD' : /^[A-Za-z]{3}$/.test(currency) ? currency.toUpperCase() : 'XXX';
}

function isPrice(price: number | undefined): price is number {
  return typeof price === 'number' && Number.isFinite(price) && price > 0;
}
