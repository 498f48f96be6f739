import { CoreApp } from '@grafana/data';

/**
 * What the button that makes a selection the time range of everything around is called. Undefined where a panel cannot
 * set it: Explore gives panels no way to, and no context either.
 */
export function adoptLabel(app: string | undefined): string | undefined {
  switch (app) {
    case undefined:
      return undefined;
    case CoreApp.Dashboard:
    case CoreApp.PanelEditor:
    case CoreApp.PanelViewer:
      return "Make it the dashboard's range";
    default:
      return 'Make it the time range';
  }
}
