import { css } from '@emotion/css';
import { lazy, Suspense, useState } from 'react';
import type { DataFrame, EventBus, GrafanaTheme2, TimeZone } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { TimeSpan } from '../base/units';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';
import type { PanelView } from './panelViews';
import { ViewTimeline } from './ViewTimeline';

const ViewHeatmap = lazy(async () => ({ default: (await import('./ViewHeatmap')).ViewHeatmap }));

type PlotKind = 'series' | 'heatmap';

const KINDS: Array<{ value: PlotKind; label: string; description: string }> = [
  { value: 'series', label: 'Time series', description: 'What was spent over time' },
  { value: 'heatmap', label: 'Heatmap', description: 'How many profiles of which size there were when' },
];
/** CSS pixels that the choice of what is shown takes, with what is between it and the plot. */
export const CHOICE_HEIGHT = 28;

interface PanelPlotProps {
  /** With series, or a heatmap, or both. */
  readonly view: PanelView;
  /** `panelData.annotations`. */
  readonly marks: readonly DataFrame[];
  readonly stacking: boolean;
  readonly baseline: readonly TimeSpan[];
  readonly span: TimeSpan;
  readonly selection: TimeSpan | undefined;
  /** Absent: a drag does nothing. */
  readonly onSelect: ((selection: TimeSpan | undefined) => void) | undefined;
  readonly onExemplar: ((exemplar: TimelineExemplar) => void) | undefined;
  readonly timeZone: TimeZone;
  readonly eventBus: EventBus;
  /** CSS pixels; the plot's, to which the choice comes where there is one. */
  readonly width: number;
  readonly height: number;
}

/** Whether its user may choose what of a view is shown over time. */
export function hasPlotChoice({ series, heatmap }: PanelView): boolean {
  return series.length > 0 && heatmap !== undefined;
}

/** What a view has over time: its series or its heatmap, as its user chooses where there are both. */
export function PanelPlot({ view, stacking, ...plot }: PanelPlotProps) {
  const styles = useStyles2(getStyles);
  const [chosen, setChosen] = useState<PlotKind>('series');
  const { label, series, heatmap } = view;
  const hasBoth = hasPlotChoice(view);
  const own = { ...plot, label };
  return (
    <>
      {hasBoth && (
        <div className={styles.choice}>
          <RadioButtonGroup aria-label="Over time" size="sm" options={KINDS} value={chosen} onChange={setChosen} />
        </div>
      )}
      {heatmap !== undefined && (series.length === 0 || chosen === 'heatmap') ? (
        <Suspense fallback={<div style={{ height: plot.height }} />}>
          <ViewHeatmap {...own} frame={heatmap} />
        </Suspense>
      ) : (
        <ViewTimeline {...own} series={series} stacking={stacking} />
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  choice: css({
    display: 'flex',
    justifyContent: 'flex-end',
    height: CHOICE_HEIGHT,
    paddingBottom: theme.spacing(0.5),
  }),
});
