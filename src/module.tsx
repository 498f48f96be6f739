import { AppPlugin } from '@grafana/data';
import { PANEL_ID } from './pluginIds';
export const plugin = new AppPlugin().setRootPage(() => (
  <div>
    <p>{PANEL_ID}</p>
    <p>x</p>
  </div>
));
