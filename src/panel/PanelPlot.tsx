import { css } from '@emotion/css';
import { lazy, Suspense, useMemo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import type { PanelView } from './panelViews';
import type { PlotChoice, PlotProps } from './plotProps';
import { ViewTimeline } from './ViewTimeline';

const ViewHeatmap = lazy(async () => ({ default: (await import('./ViewHeatmap')).ViewHeatmap }));

const KINDS: Array<{ value: 'series' | 'heatmap'; label: string; description: string }> = [
  { value: 'series', label: 'Time series', description: 'What was spent over time' },
  { value: 'heatmap', label: 'Heatmap', description: 'How many profiles of which size there were when' },
];
/** CSS pixels that the choice of what is shown takes, with what is between it and the plot. */
export const CHOICE_HEIGHT = 28;

/** Its height is the plot's, to which the choice comes where there is one. */
interface PanelPlotProps extends PlotProps {
  /** With series, or a heatmap, or both. */
  readonly view: PanelView;
  readonly stacking: boolean;
  readonly choice: PlotChoice;
  readonly onChoice: (choice: PlotChoice) => void;
}

/** Whether its user may choose what of a view is shown over time. */
export function hasPlotChoice({ series, heatmap }: PanelView): boolean {
  return series.length > 0 && heatmap !== undefined;
}

/** What a view has over time: its series or its heatmap, as its user chooses where there are both. */
export function PanelPlot({ view, stacking, choice, onChoice, ...plot }: PanelPlotProps) {
  const styles = useStyles2(getStyles);
  const { kind = 'series' } = choice;
  const hidden = useMemo(() => new Set(choice.hidden), [choice.hidden]);
  const { label, series, heatmap } = view;
  const hasBoth = hasPlotChoice(view);
  const own = { ...plot, label };
  return (
    <>
      {hasBoth && (
        <div className={styles.choice}>
          <RadioButtonGroup
            aria-label="Over time"
            size="sm"
            options={KINDS}
            value={kind}
            onChange={(next) => onChoice({ ...choice, kind: next === 'heatmap' ? next : undefined })}
          />
        </div>
      )}
      {heatmap !== undefined && (series.length === 0 || kind === 'heatmap') ? (
        <Suspense fallback={<div style={{ height: plot.height }} />}>
          <ViewHeatmap {...own} frame={heatmap} />
        </Suspense>
      ) : (
        <ViewTimeline
          {...own}
          series={series}
          stacking={stacking}
          hidden={hidden}
          onHiddenChange={(names) => onChoice({ ...choice, hidden: names.size === 0 ? undefined : [...names] })}
        />
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
