import type { TimelineSeries } from './timelineSeries';

/**
 * Series in the order of legend and stack: what a limit left out comes last, in a colour that belongs to no series.
 *
 * @param neutral any CSS colour
 */
export function restLast(series: readonly TimelineSeries[], neutral: string): readonly TimelineSeries[] {
  const rest = series.filter(({ isRest }) => isRest === true);
  return rest.length === 0
    ? series
    : [...series.filter(({ isRest }) => isRest !== true), ...rest.map((one) => ({ ...one, colour: neutral }))];
}
