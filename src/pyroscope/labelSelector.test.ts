import fc from 'fast-check';
import { ProblemError } from '../base/problem';
import { addMatchers, formatLabelSelector, parseLabelSelector, type LabelMatcher } from './labelSelector';

function matchersOf(text: string): LabelMatcher[] {
  const result = parseLabelSelector(text);
  if (!result.ok) {
    throw new ProblemError(result.problem);
  }
  return result.matchers;
}

test.each<[string, LabelMatcher[]]>([
  ['{}', []],
  [' {\n} ', []],
  ['{service_name="checkout"}', [{ name: 'service_name', op: '=', value: 'checkout' }]],
  [
    '{a="1",b!="2" , c=~"3|4",d!~"5",}',
    [
      { name: 'a', op: '=', value: '1' },
      { name: 'b', op: '!=', value: '2' },
      { name: 'c', op: '=~', value: '3|4' },
      { name: 'd', op: '!~', value: '5' },
    ],
  ],
  [
    '{ a = "1" # of all\n, b=\'2\'}',
    [
      { name: 'a', op: '=', value: '1' },
      { name: 'b', op: '=', value: '2' },
    ],
  ],
  [
    '{"service.name"="x", \'größe\'!="ß"}',
    [
      { name: 'service.name', op: '=', value: 'x' },
      { name: 'größe', op: '!=', value: 'ß' },
    ],
  ],
  [
    '{path="C:\\\\temp \\"x\\" \\u00e4\\xc3\\xa4\\303\\244\\t"}',
    [{ name: 'path', op: '=', value: 'C:\\temp "x" äää\t' }],
  ],
  ["{a='it\\'s \"so\"'}", [{ name: 'a', op: '=', value: 'it\'s "so"' }]],
  ['{a=~`\\d+"\n`}', [{ name: 'a', op: '=~', value: '\\d+"\n' }]],
  [
    '{a="", by="}", on="{,"}',
    [
      { name: 'a', op: '=', value: '' },
      { name: 'by', op: '=', value: '}' },
      { name: 'on', op: '=', value: '{,' },
    ],
  ],
])('%s is read', (text, matchers) => {
  expect(matchersOf(text)).toEqual(matchers);
});

/** The caret stands below the character at which reading stops. */
test.each([
  ['', '^', 'it must begin with {'],
  ['service_name="x"', '^', 'it must begin with {'],
  ['{service_name=', '              ^', 'expected a value in quotes, and it ends there'],
  ['{service_name="x"', '                 ^', 'expected a comma or }, and it ends there'],
  ['{service_name', '             ^', 'expected =, !=, =~ or !~ after the label name service_name'],
  ['{service_name checkout}', '              ^', 'expected =, !=, =~ or !~'],
  ['{a>"1"}', '  ^', 'expected =, !=, =~ or !~'],
  ['{a=checkout}', '   ^', 'expected a value in quotes'],
  ['{a="1" b="2"}', '       ^', 'expected a comma or }'],
  ['{,}', ' ^', 'expected a label name or }'],
  ['{a="1",,}', '       ^', 'expected a label name or }'],
  ['{service.name="x"}', '        ^', 'expected =, !=, =~ or !~ after the label name service'],
  ['{1a="x"}', ' ^', 'expected a label name or }'],
  ['{""="x"}', ' ^', 'expected a label name or }'],
  ['{a="x}', '   ^', 'the quote that opens here is never closed'],
  ['{a=`x"}', '   ^', 'the quote that opens here is never closed'],
  ['{a="x\n"}', '   ^', 'the quote that opens here is never closed'],
  ['{a="𝄞 \\d"}', '       ^', 'the escape sequence that begins here is not known'],
  ['{a="\\\'"}', '    ^', 'the escape sequence that begins here is not known'],
  ['{a="\\ud800"}', '    ^', 'the escape sequence that begins here is not known'],
  ['{a="\\xff"}', '    ^', 'the escape sequence that begins here is not known'],
  ['{a="1"} or {}', '        ^', 'nothing may follow the closing }'],
  ['{a="1"}}', '       ^', 'nothing may follow the closing }'],
])('%s is refused at %s', (text, caret, reason) => {
  const result = parseLabelSelector(text);
  const position = caret.indexOf('^');
  expect(result).toMatchObject({ ok: false, problem: { kind: 'bad-selector', position } });
  expect(!result.ok && result.problem.sentence).toContain(`at its character ${position + 1}: ${reason}`);
});

test('values and names are written so that the backend reads them as they are', () => {
  expect(
    formatLabelSelector([
      { name: 'service_name', op: '=', value: 'say "hi" \\ {bye}, \n\x01ä\ufffd' },
      { name: 'service.name', op: '!~', value: 'a|b' },
    ])
  ).toBe('{service_name="say \\"hi\\" \\\\ {bye}, \\n\\u0001ä\\ufffd", "service.name"!~"a|b"}');
  expect(formatLabelSelector([])).toBe('{}');
});

test('a lone surrogate, which no bytes can carry, becomes the replacement character', () => {
  expect(matchersOf(formatLabelSelector([{ name: 'a', op: '=', value: 'x\ud800y' }]))[0]?.value).toBe('x\ufffdy');
});

const operators = fc.constantFrom('=', '!=', '=~', '!~');
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', "'", '`', '\\', '\n', '\r', '\0', '{', '}', ',', '=', '~', 'a', '\x85', '\ufffd', '😀'),
  })
);
const names = fc.oneof(
  fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]*$/),
  texts.filter((name) => name !== '')
);
const anyMatchers = fc.array(fc.record<LabelMatcher>({ name: names, op: operators, value: texts }), { maxLength: 5 });

test('whatever the matchers are, what is written is read back', () => {
  fc.assert(
    fc.property(anyMatchers, (matchers) => expect(matchersOf(formatLabelSelector(matchers))).toEqual(matchers))
  );
});

test('a value cannot break out of its quotes', () => {
  fc.assert(
    fc.property(texts, (value) => {
      const selector = addMatchers('{tenant="a"}', [{ name: 'pod', op: '=', value }]);
      expect(matchersOf(selector)).toEqual([
        { name: 'tenant', op: '=', value: 'a' },
        { name: 'pod', op: '=', value },
      ]);
    })
  );
});

test('any other text is read or refused with a position inside it', () => {
  const garbage = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom(
        '{',
        '}',
        'a',
        '_',
        '"',
        '\\',
        'x',
        'u',
        '0',
        '9',
        '=',
        '!',
        '~',
        ',',
        '#',
        '\n',
        ' ',
        '`',
        'é'
      ),
    }),
    fc.tuple(anyMatchers, fc.nat(), fc.string()).map(([matchers, at, noise]) => {
      const text = [...formatLabelSelector(matchers)];
      text.splice(at % text.length, noise.length, noise);
      return text.join('');
    })
  );
  fc.assert(
    fc.property(garbage, (text) => {
      const result = parseLabelSelector(text);
      if (result.ok) {
        expect(matchersOf(formatLabelSelector(result.matchers))).toEqual(result.matchers);
      } else {
        expect(result.problem.position).toBeGreaterThanOrEqual(0);
        expect(result.problem.position).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 }
  );
});

test('matchers are added and never replace what the selector says', () => {
  expect(addMatchers('{pod="a"}', [{ name: 'pod', op: '=', value: 'b' }])).toBe('{pod="a", pod="b"}');
  expect(addMatchers('', [{ name: 'pod', op: '=', value: 'b' }])).toBe('{pod="b"}');
});

test('a selector that already says so keeps its own writing', () => {
  expect(addMatchers("{ pod='a', }", [{ name: 'pod', op: '=', value: 'a' }])).toBe("{ pod='a', }");
  expect(addMatchers(' ', [])).toBe('{}');
});

test('nothing is added to a selector that cannot be read', () => {
  expect(() => addMatchers('{pod=', [{ name: 'pod', op: '=', value: 'b' }])).toThrow('at its character 6');
});
