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
    return { product, score: scoreProduct(query, product) };
  });
  return rankMatches(scored).slice(0, 10);
}

/**
 * @param {string} query
 * @param {Product} product
 */
function scoreProduct(query, product) {
  let best = Infinity;
  for (const word of product.words) {
    best = Math.min(best, editDistance(query, word));
  }
  return best;
}

/** Two rows of the table of distances, used again and again: long enough for every word. */
let row = new Uint16Array(64);
let nextRow = new Uint16Array(64);

/**
 * Letters to change, add or drop (Levenshtein).
 * @param {string} a
 * @param {string} b
 */
function editDistance(a, b) {
  for (let j = 0; j <= b.length; j++) {
    row[j] = j;
  }
  for (let i = 1; i <= a.length; i++) {
    nextRow[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      nextRow[j] = Math.min(change, row[j] + 1, nextRow[j - 1] + 1);
    }
    [row, nextRow] = [nextRow, row];
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
