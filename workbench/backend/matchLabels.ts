import type { LabelMatcher } from '../../src/pyroscope/labelSelector';
import { labelValue, type Labels } from './labels';

export type LabelTest = (labels: Labels) => boolean;

/**
 * Whether a series fits all matchers, as Prometheus sees it: a label that is absent has the value '', and an expression
 * is matched against the whole value, a dot matching line ends too.
 *
 * Pyroscope uses RE2. JavaScript's expressions stand in here: of RE2's syntax, flags at the beginning ((?i), (?s)) and
 * groups named (?P<name>...) are rewritten, and what else only RE2 knows is refused. JavaScript's look-around and
 * back-references, which RE2 refuses, are let through.
 *
 * @throws SyntaxError for an expression that cannot be read
 */
export function labelTest(matchers: readonly LabelMatcher[]): LabelTest {
  const tests = matchers.map(testOf);
  return (labels) => tests.every((test) => test(labels));
}

function testOf({ name, op, value }: LabelMatcher): LabelTest {
  switch (op) {
    case '=':
      return (labels) => labelValue(labels, name) === value;
    case '!=':
      return (labels) => labelValue(labels, name) !== value;
    case '=~': {
      const expression = anchored(value);
      return (labels) => expression.test(labelValue(labels, name));
    }
    case '!~': {
      const expression = anchored(value);
      return (labels) => !expression.test(labelValue(labels, name));
    }
  }
}

function anchored(pattern: string): RegExp {
  const [, flags, rest] = /^(?:\(\?([is]+)\))?(.*)$/s.exec(pattern) ?? ['', '', pattern];
  // Compiled alone first, so that `a)|(b` does not become something else inside of the brackets.
  const source = rest.replaceAll('(?P<', '(?<');
  new RegExp(source);
  return new RegExp(`^(?:${source})$`, (flags ?? '').includes('i') ? 'is' : 's');
}
