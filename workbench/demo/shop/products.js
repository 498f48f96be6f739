// @ts-check
import { randomStream } from './random.js';

/**
 * @typedef {object} Product
 * @property {string} sku
 * @property {string} name
 * @property {readonly string[]} words the name's
 * @property {number} cents price without tax, in euro cents
 */

const adjectives = ['amber', 'blue', 'cosy', 'dotted', 'folding', 'heavy', 'linen', 'oak', 'striped', 'woollen'];
const nouns = ['basket', 'blanket', 'bottle', 'chair', 'cushion', 'kettle', 'lamp', 'mirror', 'rug', 'shelf', 'vase'];

const PRODUCTS = 4_400;

/** Everything that the shop sells, ascending by sku. @type {readonly Product[]} */
export const products = makeProducts();

function makeProducts() {
  const random = randomStream(7);
  return Array.from({ length: PRODUCTS }, function makeProduct(_, index) {
    const adjective = adjectives[index % adjectives.length];
    const noun = nouns[Math.floor(index / adjectives.length) % nouns.length];
    const name = `${adjective} ${noun} no. ${1 + Math.floor(random() * 40)}`;
    return {
      sku: `sku-${String(index).padStart(4, '0')}`,
      name,
      words: name.split(' '),
      cents: 300 + Math.floor(random() * 19_000),
    };
  });
}

/**
 * @param {string} sku
 * @returns {Product | undefined}
 */
export function findProduct(sku) {
  let low = 0;
  let high = products.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = products[middle];
    if (found.sku === sku) {
      return found;
    }
    if (found.sku < sku) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return undefined;
}
