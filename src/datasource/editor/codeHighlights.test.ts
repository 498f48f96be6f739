import fc from 'fast-check';
import { codeHighlights } from './codeHighlights';

const shown = (text: string) =>
  codeHighlights(text)
    .filter(({ kind }) => kind !== undefined)
    .map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

test('every part of a query has its kind, and variables stand out of values', () => {
  expect(shown('a:b:c:d:e + $t{region=~"x|$r", "k8s.pod"!="y"} # z')).toEqual([
    'type a:b:c:d:e',
    'variable $t',
    'brace {',
    'name region',
    'operator =~',
    'text "x|',
    'variable $r',
    'text "',
    'comma ,',
    'text "k8s.pod"',
    'operator !=',
    'text "y"',
    'brace }',
    'comment # z',
  ]);
});

test('the parts together are the text, whatever it is', () => {
  const piece = fc.constantFrom(
    'a',
    ':',
    '{',
    '}',
    '"',
    '=',
    '~',
    '!',
    ',',
    ' ',
    '\n',
    '$x',
    '${y}',
    '+',
    '*',
    '#',
    '\\',
    '`'
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const text = pieces.join('');
      expect(
        codeHighlights(text)
          .map(({ start, end }) => text.slice(start, end))
          .join('')
      ).toBe(text);
    }),
    { numRuns: 3000 }
  );
});
