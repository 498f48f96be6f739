// @ts-check
import { applyDiscounts } from './applyDiscounts.js';
import { hashSession } from './hashSession.js';
import { priceCart } from './priceCart.js';
import { renderReceipt } from './renderReceipt.js';
import { searchProducts } from './searchProducts.js';
import { rememberSession } from './sessionCache.js';

/** @typedef {'/quote' | '/pay' | '/search'} Endpoint */

/**
 * @typedef {object} ShopRequest
 * @property {Endpoint} endpoint
 * @property {string} region
 * @property {string} customer
 * @property {number} sequence number of the request since the start
 * @property {readonly import('./priceCart.js').CartLine[]} cart
 * @property {string} query
 */

/**
 * What a web framework would route to.
 * @param {ShopRequest} request
 * @returns {string} HTML
 */
export function handleRequest(request) {
  switch (request.endpoint) {
    case '/quote':
      return handleQuote(request);
    case '/pay':
      return handlePay(request);
    case '/search':
      return handleSearch(request);
  }
}

/** @param {ShopRequest} request */
function handleQuote(request) {
  const lines = priceCart(request.cart, request.region);
  return renderReceipt(lines, applyDiscounts(lines), request.region);
}

/** @param {ShopRequest} request */
function handlePay(request) {
  const lines = priceCart(request.cart, request.region);
  rememberSession(hashSession(request.customer, request.sequence), request.customer, lines);
  const cents = lines.reduce((sum, line) => sum + line.cents, 0);
  return renderReceipt(lines, cents, request.region);
}

/** @param {ShopRequest} request */
function handleSearch(request) {
  return searchProducts(request.query)
    .map((product) => `<li>${product.name}</li>`)
    .join('');
}
