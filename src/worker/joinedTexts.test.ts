import fc from 'fast-check';
import { joinTexts, splitTexts } from './joinedTexts';

test('texts come back as they were, whatever is in them', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud83d', '\udd25', '\0', 'a'.repeat(999)));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      expect(splitTexts(structuredClone(joinTexts(texts)))).toEqual(texts);
    })
  );
});
