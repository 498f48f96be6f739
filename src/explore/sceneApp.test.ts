import { type DataSourceSrv, setDataSourceSrv, setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { type SceneAppPage, SceneReactObject } from '@grafana/scenes';
import { DATA_SOURCE_ID } from '../pluginIds';
import { sceneApp } from './sceneApp';
import { ProfileView } from './profiles/ProfileView';
import { NoDataSource } from './setup/NoDataSource';

/** What the explore page shows in a Grafana with data sources of these types. */
function bodyWith(installedTypes: readonly string[]) {
  setTemplateSrv({ getAdhocFilters: () => [] } as unknown as TemplateSrv);
  setDataSourceSrv({
    getList: ({ pluginId }: { pluginId: string }) => installedTypes.filter((type) => type === pluginId),
  } as unknown as DataSourceSrv);
  const [page] = sceneApp().state.pages as SceneAppPage[];
  return page.getScene({ isExact: true, params: {}, path: '', url: '' }).state.body;
}

test('without a data source of ours, the page says how to get one and asks nothing', () => {
  const body = bodyWith(['prometheus']) as SceneReactObject;
  expect(body).toBeInstanceOf(SceneReactObject);
  expect(body.state.component).toBe(NoDataSource);
});

test('with one, the page shows profiles', () => {
  expect(bodyWith([DATA_SOURCE_ID])).toBeInstanceOf(ProfileView);
});
