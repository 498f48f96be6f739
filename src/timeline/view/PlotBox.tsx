import { css, cx } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { PlotFrame } from '../layout/plotFrame';
import type { SceneRenderer } from '../render/timelineRenderer';
import { PlotCanvas } from './PlotCanvas';
import type { PlotProps } from './plotProps';
import { PlotSelection } from './PlotSelection';
import type { usePlotInteraction } from './usePlotInteraction';

interface PlotBoxProps<Scene extends PlotFrame> extends Pick<
  PlotProps,
  'selection' | 'width' | 'height' | 'label' | 'formatSpan'
> {
  readonly scene: Scene;
  /** Keep it the same from render to render. */
  readonly createRenderer: (canvas: HTMLCanvasElement) => SceneRenderer<Scene> | undefined;
  readonly interaction: ReturnType<typeof usePlotInteraction>;
  /** Id of the element that says what can be done. */
  readonly helpId: string;
  /** Whether what lies under the pointer opens at a click. */
  readonly opensSomething: boolean;
  /** What it is, for those who cannot see it. The colours of a heatmap mean something: no selection may tint them. */
  readonly kind: 'timeline' | 'heatmap';
  /** What lies above the picture and moves with the pointer. */
  readonly children: ReactNode;
}

/** The picture of a plot, with all that pointer and keyboard do on it. */
export function PlotBox<Scene extends PlotFrame>(props: PlotBoxProps<Scene>) {
  const { scene, interaction, selection, width, height, formatSpan } = props;
  const styles = useStyles2(getStyles);
  const { draft, snap } = interaction;
  const shownSpan = draft ?? selection;
  return (
    <div
      ref={interaction.box}
      className={cx(styles.plot, props.opensSomething && styles.opens)}
      style={{ height }}
      role="application"
      aria-roledescription={props.kind}
      aria-label={props.label}
      aria-describedby={props.helpId}
      tabIndex={0}
      {...interaction.handlers}
    >
      <PlotCanvas scene={scene} createRenderer={props.createRenderer} width={width} height={height} />
      {shownSpan !== undefined && (
        <PlotSelection
          plot={scene.plot}
          span={shownSpan}
          tinted={props.kind === 'timeline'}
          caption={draft === undefined ? undefined : formatSpan(snap(draft))}
        />
      )}
      {props.children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({
    position: 'relative',
    cursor: 'crosshair',
    userSelect: 'none',
    // A finger that moves sideways selects; up and down it scrolls the page.
    touchAction: 'pan-y',
    '&:focus-visible': {
      outline: `2px solid ${theme.colors.primary.main}`,
      outlineOffset: 1,
      borderRadius: theme.shape.radius.default,
    },
  }),
  opens: css({ cursor: 'pointer' }),
});
