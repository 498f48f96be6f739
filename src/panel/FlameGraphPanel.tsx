import { css } from '@emotion/css';
import { lazy, Suspense, useMemo } from 'react';
import { LoadingState, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { LinkedPanel } from './LinkedPanel';
import type { PanelOptions } from './panelOptions';
import { panelViews } from './panelViews';
import { queryErrors } from './queryErrors';
import { useFramesToDraw } from './useFramesToDraw';

const NothingFound = lazy(async () => ({ default: (await import('./NothingFound')).NothingFound }));

type WaitingProps = Pick<PanelProps<PanelOptions>, 'data' | 'timeZone' | 'replaceVariables'>;

/** Timeline and flame graph of what the panel's queries gave, or, where they gave neither, what is the case. */
export function FlameGraphPanel(props: PanelProps<PanelOptions>) {
  const { data, width, height, id, fieldConfig, timeZone, replaceVariables } = props;
  const drawn = useFramesToDraw(data);
  const views = useMemo(() => panelViews(drawn.frames), [drawn.frames]);
  if (views.length > 0) {
    return <LinkedPanel panel={props} drawn={drawn} views={views} />;
  }
  if (drawn.frames.some((frame) => frame.length > 0)) {
    return (
      <PanelDataErrorView
        panelId={id}
        data={data}
        fieldConfig={fieldConfig}
        message="This panel draws profiles and their time series, and the data is neither"
      />
    );
  }
  return (
    <div style={{ width, height }}>
      <Waiting {...{ data, timeZone, replaceVariables }} />
    </div>
  );
}

function Waiting({ data, timeZone, replaceVariables }: WaitingProps) {
  const styles = useStyles2(getStyles);
  const hasFailed = queryErrors(data).length > 0;
  if (data.state === LoadingState.NotStarted && !hasFailed) {
    return null;
  }
  const loading = <LoadingPlaceholder text="Loading profile" className={styles.loading} />;
  return data.state === LoadingState.Loading && !hasFailed ? (
    loading
  ) : (
    <Suspense fallback={loading}>
      <NothingFound {...{ data, timeZone, replaceVariables }} />
    </Suspense>
  );
}

const getStyles = () => ({
  loading: css({ display: 'flex', alignItems: 'center', justifyContent: 'center', height: '100%', margin: 0 }),
});
