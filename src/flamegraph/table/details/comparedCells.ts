import type { Sides } from '../../../profile/diffChange';
import { formatShare } from '../../view/formatShare';
import { sidesChange } from '../changeText';
import type { BarCell } from './BarRow';

export interface ComparedBy {
  /** What shares are of: each side's profile. */
  readonly profile: Sides;
  readonly diffBy?: 'value';
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
}

/** Of columns "Baseline", "Compared" and "Change": by value or by share as in all tables, the other at hand. */
export function comparedCells(left: number, right: number, by: ComparedBy): readonly BarCell[] {
  const { profile, diffBy, format } = by;
  const { relative, difference, tone } = sidesChange(left, right, profile, by);
  const side = (value: number, whole: number): BarCell => {
    const [share, text] = [formatShare(value, whole), format(value)];
    return diffBy === 'value' ? { text, title: share } : { text: share, title: text };
  };
  return [side(left, profile.left), side(right, profile.right), { text: relative, title: difference, tone }];
}
