import type { Problem } from '../../../src/base/problem';
import { parseLabelSelector, type LabelMatcher } from '../../../src/pyroscope/labelSelector';
import { invalidArgument } from '../http/connectError';
import { labelTest, type LabelTest } from '../matchLabels';

/** @throws ConnectError in Pyroscope's words if the selector cannot be read */
export function readSelector(selector: string): LabelTest {
  return testOf(selector, `parsing label selector ${JSON.stringify(selector)}: `);
}

/** A series fits if it fits all of the selectors. No selectors: every series. */
export function readMatchers(selectors: readonly string[], prefix = ''): LabelTest {
  const tests = selectors.map((selector) =>
    testOf(selector, `${prefix}failed to parse label selector ${JSON.stringify(selector)}: `)
  );
  return (labels) => tests.every((test) => test(labels));
}

function testOf(selector: string, prefix: string): LabelTest {
  const parsed = parseLabelSelector(selector);
  if (!parsed.ok) {
    throw invalidArgument(`${prefix}${parseError(selector, parsed.problem)}`);
  }
  for (const matcher of parsed.matchers) {
    try {
      labelTest([matcher]);
    } catch (error) {
      const at = selector.indexOf(matcher.name) + 1;
      throw invalidArgument(`${prefix}1:${at}: parse error: ${regexpError(matcher, error)}`, { cause: error });
    }
  }
  return labelTest(parsed.matchers);
}

/**
 * What Prometheus's parser says, which reads the selector for Pyroscope: place and text are its own for a selector that
 * ends early, is empty or has no braces, and otherwise the place is and the text is ours.
 */
function parseError(selector: string, problem: Problem): string {
  if (selector.trim() === '') {
    return 'unknown position: parse error: unexpected end of input';
  }
  const metricName = /^\s*[a-zA-Z_:][\w:]*/.exec(selector)?.[0].length ?? 0;
  const at = Math.max(problem.position ?? 0, metricName);
  if (at >= selector.length) {
    return `${place(selector, selector.length)}: parse error: unexpected end of input inside braces`;
  }
  return metricName > 0
    ? `${place(selector, at)}: parse error: unexpected ${JSON.stringify(selector[at])}`
    : `${place(selector, at)}: parse error: unexpected character inside braces: '${selector[at]}'`;
}

/** Line, and byte of the line, both from one. */
function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${Buffer.byteLength(lines[lines.length - 1]) + 1}`;
}

/** The words of Go's regexp for what JavaScript found wrong. */
function regexpError({ value }: LabelMatcher, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const reasons: ReadonlyArray<readonly [RegExp, string]> = [
    [/Unterminated group/, 'missing closing )'],
    [/Unmatched '\)'/, 'unexpected )'],
    [/Unterminated character class/, 'missing closing ]'],
    [/Nothing to repeat/, 'missing argument to repetition operator'],
    [/\\ at end of pattern/, 'trailing backslash at end of expression'],
    [/Invalid group/, 'invalid or unsupported Perl syntax'],
  ];
  const reason = reasons.find(([pattern]) => pattern.test(said))?.[1] ?? 'invalid pattern';
  return `error parsing regexp: ${reason}: \`${value}\``;
}
