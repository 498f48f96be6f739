import { APP_ID, DATA_SOURCE_ID, PANEL_ID } from '../../src/pluginIds';
import type { ProfileQuery } from '../../src/profile/profileQuery';
import type { SeedTimes } from '../seed/seedStore';
import { pluginMeta, type BuiltPlugin } from './builtPlugins';
import type { StoredDataSource } from './dataSourceSettings';

/** What the page is told of this run of the workbench, besides what Grafana tells its own page. */
export interface WorkbenchFacts {
  /** Where the profiles come from, in a few words for people. */
  readonly source: string;
  /** What the panel asks first. Absent: whatever the data source thinks best. */
  readonly firstQuery?: ProfileQuery;
  /** When the seeded profiles were taken, for tests. */
  readonly seeded?: SeedTimes;
}

/** `window.grafanaBootData` of the host page, of the shape that the real @grafana/runtime reads. */
export function bootData(
  plugins: ReadonlyMap<string, BuiltPlugin>,
  dataSource: StoredDataSource,
  theme: 'dark' | 'light',
  workbench: WorkbenchFacts
) {
  const metaOf = (id: string) => {
    const plugin = plugins.get(id);
    return plugin === undefined ? {} : { [id]: pluginMeta(plugin) };
  };
  return {
    settings: {
      appUrl: '',
      appSubUrl: '',
      namespace: 'default',
      buildInfo: { version: '13.2.2', commit: '', env: 'production', edition: 'Open Source' },
      defaultDatasource: dataSource.name,
      minRefreshInterval: '1s',
      dateFormats: {
        fullDate: 'YYYY-MM-DD HH:mm:ss',
        interval: {
          millisecond: 'HH:mm:ss.SSS',
          second: 'HH:mm:ss',
          minute: 'HH:mm',
          hour: 'MM/DD HH:mm',
          day: 'MM/DD',
          month: 'YYYY-MM',
          year: 'YYYY',
        },
        useBrowserLocale: false,
        defaultTimezone: 'browser',
        defaultWeekStart: 'browser',
      },
      datasources: {
        [dataSource.name]: {
          id: dataSource.id,
          uid: dataSource.uid,
          type: dataSource.type,
          name: dataSource.name,
          url: `/api/datasources/proxy/uid/${dataSource.uid}`,
          access: 'proxy',
          isDefault: true,
          readOnly: false,
          jsonData: dataSource.jsonData,
          meta: metaOf(DATA_SOURCE_ID)[DATA_SOURCE_ID],
        },
      },
      panels: metaOf(PANEL_ID),
      apps: metaOf(APP_ID),
      featureToggles: {},
    },
    user: {
      id: 1,
      login: 'workbench',
      name: 'Workbench',
      orgId: 1,
      orgRole: 'Admin',
      isSignedIn: true,
      isGrafanaAdmin: true,
      theme,
      lightTheme: theme === 'light',
      timezone: 'browser',
      weekStart: 'browser',
      language: 'en-US',
      locale: 'en-US',
      permissions: { 'datasources:query': true, 'datasources:explore': true, 'plugins.app:access': true },
    },
    navTree: [],
    workbench,
  };
}
