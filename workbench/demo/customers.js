// @ts-check
import { products } from './shop/products.js';
import { pick, randomStream } from './shop/random.js';

/** @typedef {import('./shop/handleRequest.js').ShopRequest} ShopRequest */
/** @typedef {import('./shop/handleRequest.js').Endpoint} Endpoint */

/** Requests a second: the mean, and how far the wave goes up and down from it. */
const MEAN_RATE = 12;
const WAVE = 0.45;
const WAVE_SECONDS = 240;

/** @type {readonly (readonly [Endpoint, number])[]} */
const endpoints = [
  ['/quote', 5],
  ['/search', 3],
  ['/pay', 2],
];

/** @type {readonly (readonly [string, number])[]} */
const regions = [
  ['us-east-1', 6],
  ['eu-west-1', 3],
  ['ap-south-1', 1],
];

/**
 * The customers of the demo: who asks for what, and when.
 * @param {number} seed
 */
export function createCustomers(seed) {
  const random = randomStream(seed);
  let sequence = 0;

  /** @returns {ShopRequest} */
  function nextRequest() {
    sequence += 1;
    const cart = Array.from({ length: 1 + Math.floor(random() * 6) }, () => ({
      sku: products[Math.floor(random() * products.length)].sku,
      count: 1 + Math.floor(random() * 3),
    }));
    const query = products[Math.floor(random() * products.length)].name.slice(0, 3 + Math.floor(random() * 12));
    return {
      endpoint: pick(random, endpoints),
      region: pick(random, regions),
      customer: `customer-${Math.floor(random() * 5_000)}`,
      sequence,
      cart,
      query,
    };
  }

  return {
    nextRequest,

    /**
     * How long until the next request, in milliseconds: exponential, at a rate that rises and falls like a small day.
     * @param {number} seconds since the start
     */
    nextPause(seconds) {
      const rate = MEAN_RATE * (1 + WAVE * Math.sin((2 * Math.PI * seconds) / WAVE_SECONDS));
      return (-Math.log(1 - random()) / rate) * 1000;
    },
  };
}
