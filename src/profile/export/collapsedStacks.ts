import type { CallTree } from '../callTree';
import { eachStack } from './eachStack';
import { oneLine } from './oneLine';

/** Finer fractions of a unit are rounded away: readers of the format know no exponents. */
const DECIMALS = 6;

/**
 * A profile as collapsed stacks, which flamegraph.pl and most other viewers read: a line for each stack,
 * "main;parse;read 12". A comparison has two numbers a line, the baseline's first, as difffolded.pl of FlameGraph writes
 * them and flamegraph.pl reads them: "main;parse;read 12 15", 0 where a side lacks the stack. The format has no escapes,
 * so a ";" in a name becomes ":", as stackcollapse-perf.pl writes it, a line break a space, and no name at all
 * "(unnamed)". What the root has itself is a stack of the root's name.
 */
export function collapsedStacks(tree: CallTree): string {
  const names = tree.functions.names.map(frameText);
  const isComparison = tree.right !== undefined;
  const lines: string[] = [];
  eachStack(tree, (stack, value, right) => {
    const amounts = isComparison ? [amountOf(value), amountOf(right)] : [amountOf(value)];
    if (amounts.some((amount) => amount > 0)) {
      const frames = stack.length === 0 ? names[tree.func[0]] : stack.map((func) => names[func]).join(';');
      lines.push(`${frames} ${amounts.join(' ')}\n`);
    }
  });
  return lines.join('');
}

/** Readers know no signs: of a stack that is below nothing on one side, that side has nothing. */
function amountOf(value: number): number {
  return Math.max(0, Number(value.toFixed(DECIMALS)));
}

function frameText(name: string): string {
  return oneLine(name).replaceAll(';', ':').trim() || '(unnamed)';
}
