import { changeScale, shareOf, type Sides } from '../../profile/diffChange';
import { formatShare } from '../view/formatShare';

/** How a value changed from the baseline to what is compared with it, ready to be read. */
export interface ChangeText {
  /** How much: "+1.2 s" or, of shares, "+2.2 pp" (percentage points). */
  readonly difference: string;
  /** How much beside what it was: "+18%", "×12", "new" or "gone". Never without an end. */
  readonly relative: string;
}

/** A difference that is too small for a number. */
export const ALMOST_NOTHING = '≈ 0';

/** Above this a factor is read more easily than a percentage. */
const LARGE_FACTOR = 10;

export function relativeChange(baseline: number, compared: number): string {
  if (baseline === compared) {
    return '=';
  }
  if (baseline === 0) {
    return 'new';
  }
  if (compared === 0) {
    return 'gone';
  }
  const factor = compared / baseline;
  // A side that is a difference itself may be negative: no part of it says anything.
  if (factor < 0 || !Number.isFinite(factor)) {
    return '–';
  }
  if (factor >= LARGE_FACTOR) {
    return `×${factor >= 1e6 ? factor.toExponential(0).replace('+', '') : Math.round(factor).toLocaleString()}`;
  }
  return signed(factor - 1, (change) => formatShare(change, 1));
}

/** `format`: a value with its unit. */
export function valueChange(baseline: number, compared: number, format: (value: number) => string): ChangeText {
  return {
    difference: signed(compared - baseline, format),
    relative: relativeChange(baseline, compared),
  };
}

/** Of shares, 0 to 1, each of its own side. */
export function shareChange(baseline: number, compared: number): ChangeText {
  return {
    difference: signed(compared - baseline, (change) => formatShare(change, 1).replace('%', ' pp')),
    relative: relativeChange(baseline, compared),
  };
}

/** Between the sides of a comparison, by values as they are or by each side's share of its whole. */
export function sidesChange(
  left: number,
  right: number,
  whole: Sides,
  { diffBy, format }: { readonly diffBy?: 'value'; readonly format: (value: number) => string }
): ChangeText & { readonly tone: 'more' | 'less' | 'quiet' } {
  const isByValue = diffBy === 'value';
  const [before, after] = isByValue ? [left, right] : [shareOf(left, whole.left), shareOf(right, whole.right)];
  const scale = changeScale(before, after);
  return {
    ...(isByValue ? valueChange(before, after, format) : shareChange(before, after)),
    tone: scale > 0 ? 'more' : scale < 0 ? 'less' : 'quiet',
  };
}

function signed(change: number, format: (size: number) => string): string {
  if (Number.isNaN(change)) {
    return '–';
  }
  const text = format(Math.abs(change));
  if (change === 0 || text.startsWith('<')) {
    return change === 0 ? '0' : ALMOST_NOTHING;
  }
  return `${change > 0 ? '+' : '−'}${text}`;
}
