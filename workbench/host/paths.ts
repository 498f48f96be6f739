import { APP_ID } from '../../src/pluginIds';

/** Where each page of the workbench is. */
export const paths = {
  panel: '/',
  explore: `/a/${APP_ID}/explore`,
  dataSource: '/datasource',
} as const;
