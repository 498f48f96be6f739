import { APP_ID } from '../pluginIds';

/** Where the app's pages are, without Grafana's own sub path: the router and Scenes add it. */
export const appPath = `/a/${APP_ID}`;
export const explorePath = `${appPath}/explore`;
