import { SceneApp } from '@grafana/scenes';
import { profilesPage } from './profiles/profilesPage';

/** All pages of the app. */
export function exploreApp(): SceneApp {
  return new SceneApp({ name: 'pyrolens', pages: [profilesPage()] });
}
