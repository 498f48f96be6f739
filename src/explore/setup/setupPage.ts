import { EmbeddedScene, SceneAppPage, SceneReactObject } from '@grafana/scenes';
import { explorePath } from '../routes';
import { NoDataSource } from './NoDataSource';

/** Stands where the profiles would be, as long as there is no data source to ask for them. */
export function setupPage(): SceneAppPage {
  return new SceneAppPage({
    title: 'Explore profiles',
    url: explorePath,
    routePath: 'explore/*',
    getScene: () => new EmbeddedScene({ body: new SceneReactObject({ component: NoDataSource }) }),
  });
}
