import { createTextMeasure } from './textMeasure';

/** Counts how often it is asked. */
function context(widthOf: (text: string) => number) {
  let asked = 0;
  return {
    measureText(text: string) {
      asked++;
      return { width: widthOf(text) } as TextMetrics;
    },
    asked: () => asked,
  };
}

test('in a monospaced font ASCII is counted, and all else measured once', () => {
  const mono = context((text) => [...text].reduce((sum, c) => sum + (c > '~' ? 14 : 7), 0));
  const measure = createTextMeasure(mono);
  const before = mono.asked();
  expect(measure('net/http.serve')).toBe(98);
  expect(mono.asked()).toBe(before);
  expect(measure('注文')).toBe(28);
  expect(measure('注文')).toBe(28);
  expect(mono.asked()).toBe(before + 1);
});

test('in any other font text is as wide as the font makes it', () => {
  const measure = createTextMeasure(context((text) => [...text].reduce((sum, c) => sum + (c === 'W' ? 12 : 5), 0)));
  expect(measure('WWii')).toBe(34);
});
