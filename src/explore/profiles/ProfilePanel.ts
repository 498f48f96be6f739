import { SceneObjectUrlSyncConfig, type SceneObjectUrlValues, VizPanel } from '@grafana/scenes';
import { PANEL_ID } from '../../pluginIds';
import { PANEL_KEY, reference, variableNames } from '../urlState';
import { profileQueryRunner } from './profileQueryRunner';

/** The option in which the panel reports what is seen of it, and takes it: a text of its own, empty for nothing chosen. */
interface LinkedOptions {
  readonly link: string;
}

/**
 * Our own panel, with timeline and flame graph, over what the page's variables choose. What its user has chosen in it is
 * part of the page's address. That changes with every letter of a search: it makes no step of the browser's history.
 */
export class ProfilePanel extends VizPanel<LinkedOptions> {
  static override Component = VizPanel.Component;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [PANEL_KEY] });

  constructor() {
    super({
      pluginId: PANEL_ID,
      title: `${reference(variableNames.profileType)} of ${reference(variableNames.service)}`,
      $data: profileQueryRunner(),
      options: { link: '' },
    });
  }

  getUrlState(): SceneObjectUrlValues {
    return { [PANEL_KEY]: this.state.options.link || undefined };
  }

  updateFromUrl(values: SceneObjectUrlValues): void {
    const value = values[PANEL_KEY];
    const link = typeof value === 'string' ? value : '';
    if (link !== this.state.options.link) {
      this.setState({ options: { ...this.state.options, link } });
    }
  }
}
