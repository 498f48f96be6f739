import { useMemo } from 'react';
import { dateTimeFormat, type DataFrame } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { Timeline } from '../timeline/view/Timeline';
import { annotationsOfFrames, baselineMark, exemplarsOfFrames, marksOf } from './marksOfFrames';
import { formatLength, formatSpan, timelineFormats } from './numberFormats';
import type { PlotProps } from './plotProps';
import { seriesOfFrames, valueFieldOf } from './seriesOfFrames';
import { useSharedHover } from './useSharedHover';

interface ViewTimelineProps extends PlotProps {
  readonly label: string;
  readonly series: readonly DataFrame[];
  readonly stacking: boolean;
  /** Names of the series that are not drawn. */
  readonly hidden: ReadonlySet<string>;
  readonly onHiddenChange: (hidden: ReadonlySet<string>) => void;
}

/** The timeline of a view's series, its numbers and times as Grafana writes them. */
export function ViewTimeline({ label, series, marks, baseline, span, timeZone, eventBus, ...rest }: ViewTimelineProps) {
  const theme = useTheme2();
  const lines = useMemo(() => seriesOfFrames(series, theme), [series, theme]);
  const formats = useMemo(
    () => timelineFormats(valueFieldOf(series)?.config ?? {}, theme, timeZone),
    [series, theme, timeZone]
  );
  const exemplars = useMemo(() => exemplarsOfFrames(marksOf(marks, series), 'series', theme), [marks, series, theme]);
  const annotations = useMemo(
    () => [...annotationsOfFrames(marks, theme), ...baseline.map((part) => baselineMark(part, theme))],
    [marks, baseline, theme]
  );
  const { sharedTime, onHover } = useSharedHover(eventBus);
  return (
    <Timeline
      {...rest}
      series={lines}
      span={span}
      label={`${label}, ${formatSpan(span, timeZone)}`}
      formats={formats}
      formatTime={(time) => dateTimeFormat(time, { timeZone })}
      formatSpan={(part) => `${formatSpan(part, timeZone, span)} (${formatLength(part)})`}
      exemplars={exemplars}
      annotations={annotations}
      sharedTime={sharedTime}
      onHover={onHover}
    />
  );
}
