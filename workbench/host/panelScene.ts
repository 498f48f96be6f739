import { CoreApp, type DataQuery, type DataSourceApi } from '@grafana/data';
import {
  behaviors,
  EmbeddedScene,
  SceneControlsSpacer,
  SceneQueryRunner,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VizPanel,
} from '@grafana/scenes';
import { PANEL_ID } from '../../src/pluginIds';
import { QueryAndPanel } from './QueryAndPanel';

/**
 * One panel with its query and time controls, from the same Scenes objects of which Grafana builds its dashboards: they
 * run the query and hand the panel its props. `search` gives width, height and panel options, for tests.
 */
export function panelScene(dataSource: DataSourceApi, firstQuery: object | undefined, search: URLSearchParams) {
  const query: DataQuery = {
    ...(firstQuery ?? dataSource.getDefaultQuery?.(CoreApp.PanelEditor)),
    refId: 'A',
    datasource: dataSource.getRef(),
  };
  const panel = new VizPanel({
    // As Grafana names the panels of a dashboard: links to a panel go by it.
    key: 'panel-1',
    pluginId: PANEL_ID,
    title: 'Profile',
    $data: new SceneQueryRunner({ datasource: dataSource.getRef(), queries: [query] }),
    options: JSON.parse(search.get('options') ?? '{}') as object,
  });
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-15m', to: 'now' }),
    $behaviors: [new behaviors.SceneQueryController()],
    controls: [
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ refresh: '10s', isOnCanvas: true }),
    ],
    body: new QueryAndPanel({
      dataSource,
      query,
      panel,
      width: pixels(search.get('width')),
      height: pixels(search.get('height')),
    }),
  });
}

function pixels(text: string | null): number | undefined {
  const number = Number(text);
  return number > 0 ? number : undefined;
}
