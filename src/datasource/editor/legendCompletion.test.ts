import { applyLegendCompletion, legendCompletionAt } from './legendCompletion';

/** Completes at the bar with a label, and shows the text and the cursor then. */
const complete = (marked: string, label: string) => {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const completion = legendCompletionAt(text, cursor);
  if (completion === undefined) {
    return undefined;
  }
  const done = applyLegendCompletion(text, completion, label);
  return `${completion.typed}: ${done.text.slice(0, done.cursor)}|${done.text.slice(done.cursor)}`;
};

test.each([
  ['{{|', ': {{region}}|'],
  ['{{|}}', ': {{region}}|'],
  ['in {{re|', 're: in {{region}}|'],
  ['in {{re|d}} of {{zone}}', 're: in {{region}}| of {{zone}}'],
  ['{{re| of all', 're: {{region}}| of all'],
])('%s becomes %s', (marked, done) => expect(complete(marked, 'region')).toBe(done));

test.each(['|', 'a|', '{|', '{{a}}|', '{{a}} |{{b}}'])('in %s there is no label to complete', (marked) => {
  expect(complete(marked, 'region')).toBeUndefined();
});
