import {
  EmbeddedScene,
  SceneAppPage,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
} from '@grafana/scenes';
import { explorePath } from '../routes';
import { ProfileTypesControl } from '../types/ProfileTypesControl';
import { dataSourceVariable } from '../variables/dataSourceVariable';
import { LabelFiltersVariable } from '../variables/LabelFiltersVariable';
import { profileTypeVariable } from '../variables/profileTypeVariable';
import { serviceVariable } from '../variables/serviceVariable';
import { ProfilePanel } from './ProfilePanel';
import { ProfileView } from './ProfileView';

/** The app's first page: one service and profile type over time, with its flame graph. */
export function profilesPage(): SceneAppPage {
  return new SceneAppPage({
    title: 'Explore profiles',
    url: explorePath,
    routePath: 'explore/*',
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    controls: [new SceneTimePicker({ isOnCanvas: true }), new SceneRefreshPicker({ isOnCanvas: true })],
    getScene: profilesScene,
  });
}

function profilesScene(): EmbeddedScene {
  return new EmbeddedScene({
    $variables: new SceneVariableSet({
      variables: [dataSourceVariable(), serviceVariable(), profileTypeVariable(), new LabelFiltersVariable()],
    }),
    controls: [new VariableValueSelectors({}), new ProfileTypesControl({})],
    body: new ProfileView({ panel: new ProfilePanel() }),
  });
}
