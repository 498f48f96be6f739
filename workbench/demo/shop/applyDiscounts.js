// @ts-check

/** @typedef {import('./priceCart.js').PricedLine} PricedLine */

/** Coupons that may be combined: a percentage, or so many cents off. */
const coupons = [
  { percent: 5, cents: 0 },
  { percent: 0, cents: 400 },
  { percent: 12, cents: 0 },
  { percent: 0, cents: 150 },
  { percent: 3, cents: 50 },
  { percent: 0, cents: 999 },
  { percent: 8, cents: 0 },
  { percent: 1, cents: 700 },
  { percent: 2, cents: 20 },
  { percent: 0, cents: 45 },
  { percent: 6, cents: 0 },
  { percent: 4, cents: 0 },
  { percent: 0, cents: 250 },
  { percent: 0, cents: 80 },
  { percent: 7, cents: 10 },
  { percent: 0, cents: 333 },
  { percent: 9, cents: 0 },
  { percent: 0, cents: 120 },
  { percent: 11, cents: 0 },
];

/**
 * The sum of a cart after the best order and choice of coupons that leaves the shop half of the price.
 * @param {readonly PricedLine[]} lines
 * @returns {number} cents
 */
export function applyDiscounts(lines) {
  const sum = lines.reduce((cents, line) => cents + line.cents, 0);
  return Math.max(bestCombination(sum, 0, 0), Math.round(sum / 2));
}

/**
 * Tries every subset: a recursion as deep as there are coupons.
 * @param {number} cents
 * @param {number} next index of the coupon to take or leave
 * @param {number} used coupons taken so far
 * @returns {number}
 */
function bestCombination(cents, next, used) {
  if (next === coupons.length || used === 8) {
    return cents;
  }
  const without = bestCombination(cents, next + 1, used);
  const taken = bestCombination(redeemCoupon(cents, coupons[next]), next + 1, used + 1);
  return Math.min(without, taken);
}

/**
 * @param {number} cents
 * @param {{ percent: number; cents: number }} coupon
 */
function redeemCoupon(cents, coupon) {
  return Math.max(0, Math.round(cents * (1 - coupon.percent / 100)) - coupon.cents);
}
