import { EmbeddedScene, SceneAppPage } from '@grafana/scenes';
import {
  SceneControlsSpacer,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  VariableValueSelectors,
} from '@grafana/scenes';
import { explorePath } from '../routes';
import { dataSourceVariable } from '../variables/dataSourceVariable';
import { LabelFiltersVariable } from '../variables/LabelFiltersVariable';
import { ProfileTypeVariable } from '../variables/ProfileTypeVariable';
import { serviceVariable } from '../variables/serviceVariable';
import { profilePanel } from './profilePanel';
import { ProfileView } from './ProfileView';

/** The app's first page: one service and profile type over time, with its flame graph. */
export function profilesPage(): SceneAppPage {
  return new SceneAppPage({
    title: 'Explore profiles',
    url: explorePath,
    routePath: 'explore/*',
    getScene: profilesScene,
  });
}

export function profilesScene(): EmbeddedScene {
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [dataSourceVariable(), serviceVariable(), new ProfileTypeVariable(), new LabelFiltersVariable()],
    }),
    controls: [
      new VariableValueSelectors({}),
      new SceneControlsSpacer(),
      new SceneTimePicker({ isOnCanvas: true }),
      new SceneRefreshPicker({ isOnCanvas: true }),
    ],
    body: new ProfileView({ panel: profilePanel() }),
  });
}
