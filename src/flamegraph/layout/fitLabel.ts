/** Width of a text in CSS pixels. It is asked often: it must be cheap. */
export type MeasureText = (text: string) => number;

/** Fewer letters than this say nothing. */
const FEWEST_LETTERS = 3;
const ELLIPSIS = '…';

/** Which side of its box a label stands at. What is too long is cut at the other side. */
export type LabelAlign = 'left' | 'right';

/**
 * The longest of a name's forms, longest first, that fits into `width` CSS pixels. When none does, the shortest one cut;
 * nothing when less than three of its letters fit.
 */
export function fitLabel(
  forms: readonly string[],
  width: number,
  measure: MeasureText,
  align: LabelAlign = 'left'
): string {
  for (const form of forms) {
    if (measure(form) <= width) {
      return form;
    }
  }
  if (forms.length === 0) {
    return '';
  }
  const shortest = forms[forms.length - 1];
  return align === 'left' ? cutEnd(shortest, width, measure) : cutStart(shortest, width, measure);
}

function cutEnd(text: string, width: number, measure: MeasureText): string {
  const room = width - measure(ELLIPSIS);
  const fits = mostLetters(text, (count) => measure(text.slice(0, count)) <= room);
  const end = isHighSurrogate(text, fits - 1) ? fits - 1 : fits;
  return end < FEWEST_LETTERS - 1 ? '' : text.slice(0, end) + ELLIPSIS;
}

function cutStart(text: string, width: number, measure: MeasureText): string {
  const room = width - measure(ELLIPSIS);
  const fits = mostLetters(text, (count) => measure(text.slice(text.length - count)) <= room);
  const start = text.length - fits;
  const from = isHighSurrogate(text, start - 1) ? start + 1 : start;
  return text.length - from < FEWEST_LETTERS - 1 ? '' : ELLIPSIS + text.slice(from);
}

/** The largest count of letters, less than all, that fits. */
function mostLetters(text: string, fits: (count: number) => boolean): number {
  let most = 0;
  let tooMany = text.length;
  while (most + 1 < tooMany) {
    const middle = (most + tooMany) >>> 1;
    if (fits(middle)) {
      most = middle;
    } else {
      tooMany = middle;
    }
  }
  return most;
}

/** Whether the letter at `at` is the first half of one that takes two: it must not stand alone. */
function isHighSurrogate(text: string, at: number): boolean {
  const unit = at >= 0 ? text.charCodeAt(at) : 0;
  return unit >= 0xd800 && unit <= 0xdbff;
}
