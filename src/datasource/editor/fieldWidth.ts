/** Multiples of eight pixels; two for a field that grows with what is in it, from the first to the second. */
export type FieldWidth = number | readonly [number, number];

type WidthProps = { width: number | undefined } | { width: 'auto'; minWidth: number; maxWidth: number };

/** As Grafana's comboboxes take it. */
export function fieldWidth(width: FieldWidth | undefined): WidthProps {
  return typeof width === 'object' ? { width: 'auto', minWidth: width[0], maxWidth: width[1] } : { width };
}
