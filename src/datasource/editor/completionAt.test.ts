import { applyCompletion, completionAt, finishedSelector } from './completionAt';

/** `|` is the cursor. */
function at(marked: string) {
  const cursor = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), cursor);
}

/** The text after choosing, with the cursor in it. */
function choose(marked: string, suggestion: string): string {
  const completion = at(marked);
  if (completion === undefined) {
    throw new Error(`Nothing can be completed in ${marked}`);
  }
  const { text, cursor } = applyCompletion(marked.replace('|', ''), completion, suggestion);
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

test.each([
  ['|', 'name', ''],
  ['{|', 'name', ''],
  ['{|}', 'name', ''],
  ['{ |}', 'name', ''],
  ['{reg|', 'name', 'reg'],
  ['reg|', 'name', 'reg'],
  ['{re|gion="eu"}', 'name', 're'],
  ['{"k8s.p|od"="x"}', 'name', 'k8s.p'],
  ['{a="b",|}', 'name', ''],
  ['{a="b", re|}', 'name', 're'],
  ['{region |}', 'operator', ''],
  ['{region !|}', 'operator', '!'],
  ['{region=|}', 'value', ''],
  ['{region!~|', 'value', ''],
  ['{region=~ |}', 'value', ''],
  ['{region="|"}', 'value', ''],
  ['{region="e|u"}', 'value', 'e'],
  ['{region!="e|', 'value', 'e'],
  ['{region=e|}', 'value', 'e'],
] as const)('in %s a %s can be completed', (marked, kind, typed) => {
  expect(at(marked)).toMatchObject({ kind, typed });
});

test.each(['{a="b"|}', '{a="b"} |', '{a="b"}|'])('in %s nothing can', (marked) => {
  expect(at(marked)).toBeUndefined();
});

test('values have to go with the other matchers, before and after, that are complete', () => {
  expect(at('{a="1", region=~"e|", b!="2", c=}')).toMatchObject({
    kind: 'value',
    name: 'region',
    op: '=~',
    others: [
      { name: 'a', op: '=', value: '1' },
      { name: 'b', op: '!=', value: '2' },
    ],
  });
});

test.each([
  ['{re|}', 'region', '{region=|}'],
  ['|', 'region', 'region=|'],
  ['{re|="eu"}', 'region', '{region|="eu"}'],
  ['{k|}', 'k8s.pod', '{"k8s.pod"=|}'],
  ['{region |}', '=~', '{region =~|}'],
  ['{region=|}', 'eu', '{region="eu"|}'],
  ['{region="e|u"}', 'us', '{region="us"|}'],
  ['{region="e|', 'eu', '{region="eu"|'],
  ['{path="|"}', 'a"b', '{path="a\\"b"|}'],
  ['{path=~"|"}', 'a.b', '{path=~"a\\\\.b"|}'],
  ['{path=~|}', '$path', '{path=~"$path"|}'],
])('in %s, %s gives %s', (marked, suggestion, result) => {
  expect(choose(marked, suggestion)).toBe(result);
});

test.each([
  ['', '{}'],
  ['  ', '{}'],
  ['region="eu"', '{region="eu"}'],
  ['{region="eu"', '{region="eu"}'],
  [' {region="eu"} ', '{region="eu"}'],
  ['$selector', '$selector'],
  ['${selector}', '${selector}'],
])('%p is meant as %s', (text, selector) => {
  expect(finishedSelector(text)).toBe(selector);
});
