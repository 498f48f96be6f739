import { css } from '@emotion/css';
import { useMemo } from 'react';
import { LoadingState, type PanelProps } from '@grafana/data';
import { PanelDataErrorView } from '@grafana/runtime';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { askedText } from './askedText';
import { EmptyNote } from './EmptyNote';
import { LinkedPanel } from './LinkedPanel';
import { formatSpan } from './numberFormats';
import type { PanelOptions } from './panelOptions';
import { panelViews } from './panelViews';
import { queryErrors } from './queryErrors';
import { useFramesToDraw } from './useFramesToDraw';
import { spanOfRange } from './wholeRange';

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

function Waiting({
  data,
  timeZone,
  replaceVariables,
}: Pick<PanelProps<PanelOptions>, 'data' | 'timeZone' | 'replaceVariables'>) {
  const styles = useStyles2(getStyles);
  const errors = queryErrors(data);
  if (errors.length > 0) {
    return <EmptyNote title="The profile could not be read" asked={errors.join(' ')} />;
  }
  if (data.state === LoadingState.NotStarted) {
    return null;
  }
  if (data.state === LoadingState.Loading) {
    return <LoadingPlaceholder text="Loading profile" className={styles.loading} />;
  }
  return (
    <EmptyNote
      title={`No profiles in ${formatSpan(spanOfRange(data.timeRange), timeZone)}`}
      asked={askedText(data, replaceVariables)}
      hint="Choose a longer time range, or check that the service runs and sends this type of profile."
    />
  );
}

const getStyles = () => ({
  loading: css({ display: 'flex', alignItems: 'center', justifyContent: 'center', height: '100%', margin: 0 }),
});
