import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { getDataSourceSrv, locationService } from '@grafana/runtime';
import { UrlSyncContextProvider } from '@grafana/scenes';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { panelScene } from './panelScene';
import { useLoaded } from './useLoaded';
import { workbenchFacts } from './workbenchFacts';

/** The panel over the data source, with the query editor above it. */
export function PanelPage() {
  const className = useStyles2(styles);
  const scene = useLoaded(async () => {
    const dataSource = await getDataSourceSrv().get();
    return panelScene(dataSource, workbenchFacts().firstQuery, locationService.getSearch());
  }, 'scene');
  if (scene === undefined) {
    return <LoadingPlaceholder text="Loading the data source" />;
  }
  return (
    <div className={className}>
      <UrlSyncContextProvider scene={scene}>
        <scene.Component model={scene} />
      </UrlSyncContextProvider>
    </div>
  );
}

function styles(theme: GrafanaTheme2) {
  return css({ display: 'flex', flexDirection: 'column', flexGrow: 1, padding: theme.spacing(2) });
}
