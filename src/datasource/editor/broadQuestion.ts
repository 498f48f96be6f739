import { parseLabelSelector, type LabelMatcher } from '../../pyroscope/labelSelector';

/** A day: what a backend allows for one question by default, and what a panel of all services can wait for. */
const LONG_MS = 24 * 3_600_000;

/**
 * Whether a question is about every service, over more than a day: slow, costly, and mostly an accident. `selector` has
 * its variables replaced; one that cannot be read asks nothing.
 */
export function isBroadQuestion(selector: string, rangeMs: number): boolean {
  const parsed = parseLabelSelector(selector.trim() === '' ? '{}' : selector);
  return rangeMs > LONG_MS && parsed.ok && !parsed.matchers.some(narrows);
}

/** Whether little is left: all but one service are still nearly all. */
function narrows({ op, value }: LabelMatcher): boolean {
  return op === '=' || (op === '=~' && !/^(\.[*+]|)$/.test(value));
}
