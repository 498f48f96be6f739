// @ts-check

/** @typedef {import('./priceCart.js').PricedLine} PricedLine */

/** @type {Readonly<Record<string, string>>} */
const locales = { 'eu-west-1': 'nl-NL', 'us-east-1': 'en-US', 'ap-south-1': 'en-IN' };

const BARCODE_SIDE = 177;
const BARCODE_PATTERNS = 8;

/**
 * The receipt as the customer's mail client shows it.
 * @param {readonly PricedLine[]} lines
 * @param {number} cents what is left to pay
 * @param {string} region
 */
export function renderReceipt(lines, cents, region) {
  const rows = lines.map(function renderRow(line) {
    return `<tr><td>${escapeHtml(line.name)}</td><td>${line.count}</td><td>${formatMoney(line.cents, region)}</td></tr>`;
  });
  const sum = formatMoney(cents, region);
  return `<table>${rows.join('')}</table><p>${sum}</p>${drawBarcode(`${sum} ${lines.length}`)}`;
}

/**
 * Makes a formatter for every amount, as many a shop does.
 * @param {number} cents
 * @param {string} region
 */
function formatMoney(cents, region) {
  const format = new Intl.NumberFormat(locales[region], { style: 'currency', currency: 'EUR' });
  return format.format(cents / 100);
}

/**
 * A square of dots for the till to scan, of eight patterns the one with the fewest equal neighbours.
 * @param {string} text
 */
function drawBarcode(text) {
  let best = '';
  let fewest = Infinity;
  for (let pattern = 0; pattern < BARCODE_PATTERNS; pattern++) {
    const dots = layBarcodeDots(text, pattern);
    const equal = countEqualNeighbours(dots);
    if (equal < fewest) {
      fewest = equal;
      best = dots.join('');
    }
  }
  return `<pre>${best}</pre>`;
}

/**
 * @param {string} text
 * @param {number} pattern
 */
function layBarcodeDots(text, pattern) {
  const dots = new Uint8Array(BARCODE_SIDE * BARCODE_SIDE);
  for (let dot = 0; dot < dots.length; dot++) {
    const letter = text.charCodeAt(dot % text.length);
    dots[dot] = ((letter >> (dot & 7)) ^ (dot * (pattern + 3))) & 1;
  }
  return dots;
}

/** @param {Uint8Array} dots */
function countEqualNeighbours(dots) {
  let equal = 0;
  for (let dot = BARCODE_SIDE; dot < dots.length; dot++) {
    equal += Number(dots[dot] === dots[dot - 1]) + Number(dots[dot] === dots[dot - BARCODE_SIDE]);
  }
  return equal;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
