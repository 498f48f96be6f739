import { css, cx } from '@emotion/css';
import { lazy, Suspense } from 'react';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { CallTree } from '../../profile/callTree';
import type { FunctionSource } from './useFunctionSource';
import type { ViewerQuestions } from './viewerQuestions';

const Details = lazy(async () => ({ default: (await import('./AskedDetails')).AskedDetails }));

interface DetailsPaneProps {
  readonly tree: CallTree;
  readonly functionName: string;
  readonly questions: ViewerQuestions | undefined;
  readonly source: FunctionSource | undefined;
  readonly format: (value: number) => string;
  readonly diffBy: 'value' | undefined;
  /** The profile without filters, where some are on. */
  readonly unfiltered: CallTree | undefined;
  readonly timeZone: TimeZone;
  /** `over`: on top of the picture's lower part. */
  readonly place: 'beside' | 'over';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** See `FunctionDetails`. */
  readonly overTimeRequests: number;
  readonly onChoose: (functionName: string) => void;
  readonly onClose: () => void;
}

/** The details of the chosen function: beside the picture, or over a part of it where that is narrow. */
export function DetailsPane({ place, ...details }: DetailsPaneProps) {
  const styles = useStyles2(getStyles);
  const { width, height } = details;
  return (
    <div className={cx(styles.pane, styles[place])} style={{ width, height }}>
      <Suspense fallback={<LoadingPlaceholder text="Loading details…" />}>
        <Details {...details} width={width - EDGE} height={height - 1} />
      </Suspense>
    </div>
  );
}

/** CSS pixels of border and space between the picture and the pane beside it. */
const EDGE = 9;

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({ flexShrink: 0, overflow: 'hidden', background: theme.colors.background.primary }),
  beside: css({ paddingLeft: theme.spacing(1), borderLeft: `1px solid ${theme.colors.border.weak}` }),
  over: css({
    position: 'absolute',
    left: 0,
    bottom: 0,
    zIndex: 2,
    padding: theme.spacing(0, 0.5),
    borderTop: `1px solid ${theme.colors.border.medium}`,
    boxShadow: theme.shadows.z3,
  }),
});
