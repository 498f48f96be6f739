// @ts-check
import { products } from './products.js';

/** @typedef {import('./products.js').Product} Product */

/**
 * Products whose names are near to what was typed, nearest first.
 * @param {string} query
 * @returns {Product[]}
 */
export function searchProducts(query) {
  const scored = products.map(function scoreEntry(product) {
    return { product, score: scoreProduct(query, product.name) };
  });
  return rankMatches(scored).slice(0, 10);
}

/**
 * @param {string} query
 * @param {string} name
 */
function scoreProduct(query, name) {
  let best = Infinity;
  for (const word of name.split(' ')) {
    best = Math.min(best, editDistance(query, word));
  }
  return best;
}

/**
 * Letters to change, add or drop (Levenshtein).
 * @param {string} a
 * @param {string} b
 */
function editDistance(a, b) {
  let row = [0];
  for (let j = 1; j <= b.length; j++) {
    row.push(j);
  }
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/**
 * @param {{ product: Product; score: number }[]} scored
 * @returns {Product[]}
 */
function rankMatches(scored) {
  scored.sort(function byScore(a, b) {
    return a.score - b.score || a.product.name.localeCompare(b.product.name);
  });
  return scored.map((entry) => entry.product);
}
