import { useState } from 'react';
import { LoadingState, type DataFrame, type PanelData, type TimeRange } from '@grafana/data';

export interface FramesToDraw {
  readonly frames: DataFrame[];
  /** What the frames cover. */
  readonly timeRange: TimeRange;
  /** True where a refresh of the same queries failed altogether, and these are the frames of the one before. */
  readonly isStale: boolean;
}

/** The frames of the data or, where there are only errors, the last ones that the same queries gave: nothing is lost. */
export function useFramesToDraw({ series, state, request, timeRange }: PanelData): FramesToDraw {
  const queries = JSON.stringify(request?.targets ?? []);
  const [last, setLast] = useState<{ queries: string; series: DataFrame[]; timeRange: TimeRange }>();
  if (series.length > 0) {
    if (last?.series !== series || last.queries !== queries) {
      setLast({ queries, series, timeRange });
    }
    return { frames: series, timeRange, isStale: false };
  }
  return state === LoadingState.Error && last?.queries === queries
    ? { frames: last.series, timeRange: last.timeRange, isStale: true }
    : { frames: series, timeRange, isStale: false };
}
