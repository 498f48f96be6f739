// @ts-check

/** @typedef {import('./priceCart.js').PricedLine} PricedLine */
/** @typedef {{ customer: string; lines: readonly PricedLine[]; clicks: number[] }} Session */

/**
 * The leak: sessions are put in and nobody takes them out. At this many the whole cache is dropped, as a restart of
 * the pod would, so that the machine that runs the demo survives it.
 */
const MOST_SESSIONS = 1_500;

/** Mouse positions that are kept "for analytics": what makes a session large, some 100 kB. */
const CLICKS = 12_000;

/** @type {Map<string, Session>} */
const sessions = new Map();

/**
 * @param {string} id
 * @param {string} customer
 * @param {readonly PricedLine[]} lines
 */
export function rememberSession(id, customer, lines) {
  if (sessions.size >= MOST_SESSIONS) {
    sessions.clear();
  }
  sessions.set(id, { customer, lines, clicks: recordClicks(id) });
}

/** @param {string} id */
function recordClicks(id) {
  /** @type {number[]} */
  const clicks = [];
  for (let click = 0; click < CLICKS; click++) {
    clicks.push(id.charCodeAt(click % id.length) * click + 0.5);
  }
  return clicks;
}
