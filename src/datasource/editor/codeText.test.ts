import fc from 'fast-check';
import { applyCodeCompletion, codeCompletionAt } from './codeCompletion';
import { codeProblem } from './codeProblem';
import { formatCode, readCode, type CodeFields } from './codeText';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const IN = 'memory:alloc_in_new_tlab_bytes:bytes:space:bytes';
const OUT = 'memory:alloc_outside_tlab_bytes:bytes:space:bytes';

test.each<[string, CodeFields]>([
  [`${CPU}{service_name="a"}`, { profileTypeId: CPU, labelSelector: '{service_name="a"}' }],
  [` ${CPU} {service_name="a"} `, { profileTypeId: CPU, labelSelector: '{service_name="a"}' }],
  [CPU, { profileTypeId: CPU, labelSelector: '{}' }],
  ['', { labelSelector: '{}' }],
  ['{a="b"}', { labelSelector: '{a="b"}' }],
  ['a="b"', { labelSelector: '{a="b"}' }],
  [`${IN} + ${OUT}{a="b"}`, { profileTypeId: IN, otherProfileTypeIds: [OUT], labelSelector: '{a="b"}' }],
  ['${type}{a="${b}"}', { profileTypeId: '${type}', labelSelector: '{a="${b}"}' }],
  ['$type $selector', { profileTypeId: '$type', labelSelector: '$selector' }],
  ['* $selector', { labelSelector: '$selector' }],
])('%s is read as its fields', (text, fields) => {
  expect(readCode(text)).toEqual({ profileTypeId: undefined, otherProfileTypeIds: undefined, ...fields });
});

test('a query comes back out of its text as it was', () => {
  const id = fc.constantFrom(CPU, IN, 'off_cpu:off_cpu:nanoseconds::', '$type', '${type:raw}');
  const fields = fc.record({
    profileTypeId: fc.option(id, { nil: undefined }),
    otherProfileTypeIds: fc.option(fc.array(id, { minLength: 1, maxLength: 2 }), { nil: undefined }),
    labelSelector: fc.constantFrom(
      '{}',
      '{a="}{+"}',
      '{region=eu}',
      '$selector',
      '${selector}',
      '{$filters}',
      '{a="b",\n c=~"d"}'
    ),
  });
  fc.assert(fc.property(fields, (each) => expect(readCode(formatCode(each))).toEqual(each)));
});

/** The text with what is wrong in brackets, and the sentence. */
const judged = (text: string) => {
  const problem = codeProblem(text);
  return (
    problem &&
    `${text.slice(0, problem.start)}[${text.slice(problem.start, problem.end)}]${text.slice(problem.end)} ${problem.sentence}`
  );
};

test('what is wrong is found where it is', () => {
  expect(judged(`${CPU}{region=eu}`)).toMatch(
    '{region=[eu]} The label selector cannot be read at character 52: expected a value in quotes'
  );
  expect(judged('cpu{region="eu"}')).toMatch('[cpu]{region="eu"} The profile type "cpu" cannot be read');
  expect(judged('{region="eu" zone="a"}')).toMatch('{region="eu" [zone]="a"}');
  expect(judged('{region="eu}')).toMatch('{region=["]eu}');
});

test.each([`${CPU}{}`, '', '$type{region="$r"}', '{$filters}', '*{a="b"}'])('%s has nothing wrong', (text) => {
  expect(judged(text)).toBeUndefined();
});

/** Completes at the bar, and shows what that does; the bar is then the cursor. */
const complete = (marked: string, suggestion: string) => {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const completion = codeCompletionAt(text, cursor);
  if (completion === undefined) {
    return undefined;
  }
  const done = applyCodeCompletion(text, completion, suggestion);
  return `${completion.kind} ${completion.typed}: ${done.text.slice(0, done.cursor)}|${done.text.slice(done.cursor)}`;
};

test.each([
  ['|', 'a:b:c:d:e', 'type : a:b:c:d:e{|}'],
  ['a:b|', 'a:b:c:d:e', 'type a:b: a:b:c:d:e{|}'],
  ['a|:b{region="eu"}', 'x:b:c:d:e', 'type a: x:b:c:d:e{|region="eu"}'],
  ['|{}', 'a:b:c:d:e', 'type : a:b:c:d:e{|}'],
  ['a:b + |{}', 'x:y', 'type : a:b + x:y{|}'],
  ['a:b:c:d:e{|}', 'region', 'name : a:b:c:d:e{region=|}'],
  ['a:b:c:d:e{region=|}', 'eu', 'value : a:b:c:d:e{region="eu"|}'],
  ['a:b:c:d:e{region=~"e|"}', 'e.u', 'value e: a:b:c:d:e{region=~"e\\\\.u"|}'],
  ['${type}{reg|}', 'region', 'name reg: ${type}{region=|}'],
])('%s is completed with %s', (text, suggestion, done) => expect(complete(text, suggestion)).toBe(done));

test('after a finished query nothing is offered', () =>
  expect(complete('a:b:c:d:e{region="eu"}|', 'x')).toBeUndefined());
