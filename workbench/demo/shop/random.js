// @ts-check

/**
 * A repeatable stream of numbers in [0, 1) (mulberry32), so that two runs of the demo see the same customers.
 * @param {number} seed
 * @returns {() => number}
 */
export function randomStream(seed) {
  let state = seed >>> 0;
  return function nextRandom() {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * One of `items`, each as likely as its weight says.
 * @template T
 * @param {() => number} random
 * @param {readonly (readonly [T, number])[]} items
 * @returns {T}
 */
export function pick(random, items) {
  let rest = random() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    rest -= weight;
    if (rest < 0) {
      return item;
    }
  }
  return items[items.length - 1][0];
}
