/** Width of a text in CSS pixels. It is asked often: it must be cheap. */
export type MeasureText = (text: string) => number;

/** Fewer letters than this say nothing. */
const FEWEST_LETTERS = 3;
const ELLIPSIS = '…';

/**
 * The longest of a name's forms, longest first, that fits into `width` CSS pixels. When none does, the shortest one cut
 * at its end; nothing when less than three of its letters fit.
 */
export function fitLabel(forms: readonly string[], width: number, measure: MeasureText): string {
  for (const form of forms) {
    if (measure(form) <= width) {
      return form;
    }
  }
  return forms.length === 0 ? '' : cutToWidth(forms[forms.length - 1], width, measure);
}

function cutToWidth(text: string, width: number, measure: MeasureText): string {
  let fits = 0;
  let tooLong = text.length;
  while (fits + 1 < tooLong) {
    const middle = (fits + tooLong) >>> 1;
    if (measure(text.slice(0, middle) + ELLIPSIS) <= width) {
      fits = middle;
    } else {
      tooLong = middle;
    }
  }
  const end = isHighSurrogate(text, fits - 1) ? fits - 1 : fits;
  return end < FEWEST_LETTERS - 1 ? '' : text.slice(0, end) + ELLIPSIS;
}

/** Whether the letter at `at` is the first half of one that takes two: it must not stand alone. */
function isHighSurrogate(text: string, at: number): boolean {
  const unit = at >= 0 ? text.charCodeAt(at) : 0;
  return unit >= 0xd800 && unit <= 0xdbff;
}
