import { APP_ID } from '../pluginIds';

/** Where the app's first page is, without Grafana's own sub path: the router and Scenes add it. */
export const explorePath = `/a/${APP_ID}/explore`;
