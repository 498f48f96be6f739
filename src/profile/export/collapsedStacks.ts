import type { CallTree } from '../callTree';
import { eachStack } from './eachStack';
import { oneLine } from './oneLine';

/** Finer fractions of a unit are rounded away: readers of the format know no exponents. */
const DECIMALS = 6;

/**
 * A profile as collapsed stacks, which flamegraph.pl and most other viewers read: a line for each stack,
 * "main;parse;read 12". The format has no escapes, so a ";" in a name becomes ":", as stackcollapse-perf.pl writes it,
 * a line break a space, and no name at all "(unnamed)". What the root has itself is a stack of the root's name.
 */
export function collapsedStacks(tree: CallTree): string {
  const names = tree.functions.names.map(frameText);
  const lines: string[] = [];
  eachStack(tree, (stack, value) => {
    const amount = Number(value.toFixed(DECIMALS));
    if (amount > 0) {
      const frames = stack.length === 0 ? names[tree.func[0]] : stack.map((func) => names[func]).join(';');
      lines.push(`${frames} ${amount}\n`);
    }
  });
  return lines.join('');
}

function frameText(name: string): string {
  return oneLine(name).replaceAll(';', ':').trim() || '(unnamed)';
}
