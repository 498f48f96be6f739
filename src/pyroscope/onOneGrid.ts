import { epochMs } from '../base/units';
import type { FullPyroscopeClient } from './client';
import { joinSeries } from './joinSeries';
import type { SeriesColumns } from './questions';

/** The grid can begin anew at two places of a range, each of which may take two tries. */
const MOST_REQUESTS = 5;

/**
 * The same client, but all points of a series stand at `from + k * step`, as they should.
 *
 * A backend with two storages asks each for its part of the range, and the newer one's points begin at its oldest
 * profile (pkg/frontend/readpath/router.go); so do they where the look-back limit moves the start (pkg/validation).
 * With a long step nearly all of the data can be lost then: what comes after the last whole step is in no point. Where
 * that is seen, the rest of the range is asked for again, from a point that stands on the grid.
 */
export function onOneGrid(client: FullPyroscopeClient): FullPyroscopeClient {
  return {
    ...client,

    async selectSeries(question, signal) {
      const step = Math.floor(question.stepSeconds * 1000);
      /** The first point on the grid that is after a moment. */
      const pointAfter = (time: number) => question.from + (Math.floor((time - question.from) / step) + 1) * step;
      const parts: SeriesColumns[][] = [];
      let from: number = question.from;
      for (let requests = 1; from <= question.to; requests++) {
        const series = await client.selectSeries({ ...question, from: epochMs(from) }, signal);
        const anew = requests === MOST_REQUESTS ? Infinity : firstOffGrid(series, question.from, step);
        if (anew === Infinity && requests === 1) {
          return series;
        }
        // The grid began anew at that point, or steps before it. If it did so later than a step before, it does again.
        const next = pointAfter(anew - step) > from ? pointAfter(anew - step) : pointAfter(anew);
        const kept = series.map((each) => pointsBefore(each, Math.min(anew, next)));
        parts.push(kept.filter(({ timestamps }) => timestamps.length > 0));
        from = next;
      }
      return joinSeries(parts, question.limit);
    },
  };
}

/** Time of the first point that is not at `from + k * step`; Infinity if all are. */
function firstOffGrid(series: readonly SeriesColumns[], from: number, step: number): number {
  let first = Infinity;
  for (const { timestamps } of series) {
    const found = timestamps.find((time) => (time - from) % step !== 0);
    first = Math.min(first, found ?? Infinity);
  }
  return first;
}

function pointsBefore(series: SeriesColumns, end: number): SeriesColumns {
  const { timestamps, values, exemplars, annotations, labels } = series;
  const length = timestamps.findIndex((time) => time >= end);
  if (length === -1) {
    return series;
  }
  const last = length === 0 ? -Infinity : timestamps[length - 1];
  const isBefore = ({ timestamp }: { readonly timestamp: number }) => timestamp <= last;
  return {
    labels,
    timestamps: timestamps.slice(0, length),
    values: values.slice(0, length),
    ...(exemplars === undefined ? {} : { exemplars: exemplars.filter(isBefore) }),
    ...(annotations === undefined ? {} : { annotations: annotations.filter(isBefore) }),
  };
}
