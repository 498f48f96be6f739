import { getDataSourceSrv } from '@grafana/runtime';
import { SceneApp } from '@grafana/scenes';
import { DATA_SOURCE_ID } from '../pluginIds';
import { profilesPage } from './profiles/profilesPage';
import { setupPage } from './setup/setupPage';

/** All pages of the app, for what Grafana has when the app is opened. */
export function sceneApp(): SceneApp {
  const hasDataSource = getDataSourceSrv().getList({ pluginId: DATA_SOURCE_ID }).length > 0;
  return new SceneApp({
    name: 'pyrolens',
    pages: [hasDataSource ? profilesPage() : setupPage()],
    // The address holds all of it from the start, so that "back" has somewhere to go back to.
    urlSyncOptions: { updateUrlOnInit: true, createBrowserHistorySteps: true },
  });
}
