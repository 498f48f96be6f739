// @ts-check
import { products } from './products.js';
import { randomStream } from './random.js';

/** Who bought what: one row a customer, one column a product. */
const CUSTOMERS = 300;
const bought = readPurchases();

let nextProduct = 0;

/**
 * The nightly job that somebody made hourly, and then minutely: compares every product with every other by who bought
 * them. Uses so much CPU time and goes on from there the next time, so that it shares the one thread of the process with
 * the customers.
 * @param {number} milliseconds
 */
export function recomputeRecommendations(milliseconds) {
  const before = process.cpuUsage();
  while (process.cpuUsage(before).user < milliseconds * 1000) {
    rankNeighbours(nextProduct);
    nextProduct = (nextProduct + 1) % products.length;
  }
}

const similarities = new Float64Array(products.length);
const ranking = Uint16Array.from({ length: products.length }, (_, product) => product);

/**
 * The ten products that are bought by the same people.
 * @param {number} product
 * @returns {number[]}
 */
function rankNeighbours(product) {
  for (let other = 0; other < products.length; other++) {
    similarities[other] = cosineSimilarity(product, other);
  }
  ranking.sort(function bySimilarity(a, b) {
    return similarities[b] - similarities[a];
  });
  return Array.from(ranking.subarray(0, 10));
}

/**
 * @param {number} a
 * @param {number} b
 */
function cosineSimilarity(a, b) {
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  for (let customer = 0; customer < CUSTOMERS; customer++) {
    const x = bought[customer * products.length + a];
    const y = bought[customer * products.length + b];
    both += x * y;
    onlyA += x * x;
    onlyB += y * y;
  }
  return both / (Math.sqrt(onlyA * onlyB) || 1);
}

function readPurchases() {
  const random = randomStream(11);
  return Uint8Array.from({ length: CUSTOMERS * products.length }, () => (random() < 0.1 ? 1 + random() * 3 : 0));
}
