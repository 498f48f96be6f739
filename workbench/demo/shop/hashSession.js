// @ts-check
import { createHash } from 'node:crypto';

const ROUNDS = 6_000;

/**
 * A session id that cannot be guessed from the customer's.
 * @param {string} customer
 * @param {number} sequence
 * @returns {string} 64 hexadecimal digits
 */
export function hashSession(customer, sequence) {
  let digest = `${customer}:${sequence}`;
  for (let round = 0; round < ROUNDS; round++) {
    digest = createHash('sha256').update(digest).digest('hex');
  }
  return digest;
}
