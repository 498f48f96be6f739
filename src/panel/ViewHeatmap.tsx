import { useMemo } from 'react';
import { dateTimeFormat, type DataFrame } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { pyrolensMeta } from '../frames/frameMeta';
import { Heatmap } from '../timeline/view/Heatmap';
import { cellsOfFrame } from './cellsOfFrame';
import { annotationsOfFrames, baselineMark, exemplarsOfFrames, marksOf } from './marksOfFrames';
import { formatLength, formatSpan, timelineFormats, valueFormat } from './numberFormats';
import type { PlotProps } from './plotProps';
import { useSharedHover } from './useSharedHover';

interface ViewHeatmapProps extends PlotProps {
  readonly label: string;
  readonly frame: DataFrame;
}

/** The heatmap of a query, its numbers and times as Grafana writes them. */
export function ViewHeatmap({ label, frame, marks, baseline, span, timeZone, eventBus, ...rest }: ViewHeatmapProps) {
  const theme = useTheme2();
  const cells = useMemo(() => cellsOfFrame(frame), [frame]);
  const note = pyrolensMeta(frame);
  const unit = frame.fields.find(({ name }) => name === 'yMin')?.config;
  const formats = useMemo(() => timelineFormats(unit ?? {}, theme, timeZone), [unit, theme, timeZone]);
  const formatCount = useMemo(() => valueFormat({ unit: 'short' }, theme, timeZone), [theme, timeZone]);
  const exemplars = useMemo(() => exemplarsOfFrames(marksOf(marks, [frame]), 'samples', theme), [marks, frame, theme]);
  const annotations = useMemo(
    () => [...annotationsOfFrames(marks, theme), ...baseline.map((part) => baselineMark(part, theme))],
    [marks, baseline, theme]
  );
  const { sharedTime, onHover } = useSharedHover(eventBus);
  return (
    <Heatmap
      {...rest}
      cells={cells}
      counted={note?.kind === 'heatmap' && note.counted === 'span' ? 'spans' : 'profiles'}
      span={span}
      label={`${label}, ${formatSpan(span, timeZone)}`}
      formats={formats}
      formatCount={formatCount}
      formatTime={(time) => dateTimeFormat(time, { timeZone })}
      formatSpan={(part) => `${formatSpan(part, timeZone, span)} (${formatLength(part)})`}
      exemplars={exemplars}
      annotations={annotations}
      sharedTime={sharedTime}
      onHover={onHover}
    />
  );
}
