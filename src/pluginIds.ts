/** Ids of the plugins in this package. A test holds them against the manifests. */
export const APP_ID = 'pyrolens-profiles-app';
export const DATA_SOURCE_ID = 'pyrolens-profiles-datasource';
export const PANEL_ID = 'pyrolens-flamegraph-panel';
