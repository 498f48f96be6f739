import { VizPanel } from '@grafana/scenes';
import { PANEL_ID } from '../../pluginIds';
import { reference, variableNames } from '../urlState';
import { profileQueryRunner } from './profileQueryRunner';

/** Our own panel, with timeline and flame graph, over what the page's variables choose. */
export function profilePanel(): VizPanel {
  return new VizPanel({
    pluginId: PANEL_ID,
    title: `${reference(variableNames.profileType)} of ${reference(variableNames.service)}`,
    $data: profileQueryRunner(),
  });
}
