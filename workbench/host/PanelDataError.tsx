import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

/** Stands for what Grafana's core shows when a panel cannot draw its data. */
export function PanelDataError({ message, data }: PanelDataErrorViewProps) {
  const className = useStyles2(styles);
  const sentence = message ?? (data.series.length > 0 ? 'Unable to render data' : 'No data');
  return (
    <div className={className} role="status">
      {sentence}
    </div>
  );
}

function styles(theme: GrafanaTheme2) {
  return css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    height: '100%',
    color: theme.colors.text.secondary,
    textAlign: 'center',
  });
}
