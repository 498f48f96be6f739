/** @jest-environment jsdom */
import '../.config/jest/browserStubs';
import { type DataSourceInstanceSettings, PanelPlugin, type PanelPluginMeta, type ScopedVars } from '@grafana/data';
import {
  type DataSourceSrv,
  locationService,
  setDataSourceSrv,
  setPluginImportUtils,
  setRunRequest,
  setTemplateSrv,
  type TemplateSrv,
} from '@grafana/runtime';
import { sceneGraph, type SceneObject, UrlSyncManager } from '@grafana/scenes';
import { from, map } from 'rxjs';
import { ProfilesDataSource } from '../src/datasource/ProfilesDataSource';
import type { ProfilesOptions } from '../src/datasource/profilesQuery';
import { profilesPage } from '../src/explore/profiles/profilesPage';
import type { ProfileView } from '../src/explore/profiles/ProfileView';
import { DATA_SOURCE_ID, PANEL_ID } from '../src/pluginIds';
import type { FullPyroscopeClient } from '../src/pyroscope/client';
import type { SelectSeriesQuestion } from '../src/pyroscope/questions';
import type { ProfileQuestion } from '../src/profile/profileSource';
import { textProfile } from '../src/profile/textProfile';

/*
 * The explore page with the real data source behind it: what reaches the backend for names that people did not choose
 * with label selectors in mind. The page is a part that may not import the data source, so this test stands here.
 */
const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const inuse = 'memory:inuse_space:bytes:space:bytes';

/** Every selector that the page had the data source ask with, by the client's method. */
class RecordingClient {
  readonly selectors = { labelValues: [] as string[], mergeStacktraces: [] as string[], selectSeries: [] as string[] };
  readonly profileTypes: string[] = [];
  constructor(private readonly service: string) {}

  readonly client = {
    labelNames: async () => ['service_name'],
    labelValues: async ({ name, matchers }: { name: string; matchers: readonly string[] }) => {
      this.selectors.labelValues.push(...matchers);
      return name === 'service_name' ? [this.service] : [inuse, cpu];
    },
    mergeStacktraces: async ({ labelSelector, profileTypeId }: ProfileQuestion) => {
      this.selectors.mergeStacktraces.push(labelSelector);
      this.profileTypes.push(profileTypeId);
      return textProfile('main 10');
    },
    selectSeries: async ({ labelSelector, to }: SelectSeriesQuestion) => {
      this.selectors.selectSeries.push(labelSelector);
      return [{ labels: [], timestamps: Float64Array.of(to - 60_000), values: Float64Array.of(1e9) }];
    },
  } as unknown as FullPyroscopeClient;
}

/** Grafana's template service, as far as a scene uses it: variables are those of the scene in the scope. */
const templates = {
  getAdhocFilters: () => [],
  getVariables: () => [],
  replace: (text: string, scopedVars: ScopedVars, format?: string) => {
    const { value } = scopedVars.__sceneObject as unknown as { value: { valueOf(): SceneObject } };
    return sceneGraph.interpolate(value.valueOf(), text, scopedVars, format);
  },
} as unknown as TemplateSrv;

beforeAll(() => {
  const plugin = new PanelPlugin(null);
  plugin.meta = { id: PANEL_ID, info: { version: '0.0.0' } } as PanelPluginMeta;
  setPluginImportUtils({ importPanelPlugin: async () => plugin, getPanelPluginFromCache: () => undefined });
  setTemplateSrv(templates);
});

async function asked(service: string, filters: readonly string[]) {
  const recording = new RecordingClient(service);
  const instance = { uid: 'p1', name: 'Production', type: DATA_SOURCE_ID, meta: { id: DATA_SOURCE_ID }, jsonData: {} };
  const settings = instance as unknown as DataSourceInstanceSettings<ProfilesOptions>;
  const dataSource = new ProfilesDataSource(settings, { client: recording.client, templates, now: Date.now });
  setDataSourceSrv({
    get: async () => dataSource,
    getList: () => [settings],
    getInstanceSettings: () => settings,
  } as unknown as DataSourceSrv);
  setRunRequest((source, request, query) =>
    from((query ?? source.query.bind(source))(request)).pipe(
      map(({ data, state, error }) => ({
        series: data,
        state: state ?? ('Done' as never),
        error,
        timeRange: request.range,
      }))
    )
  );
  const search = new URLSearchParams(filters.map((filter) => ['var-filters', filter]));
  locationService.push(`/a/app/explore?${search.toString()}`);

  const page = profilesPage();
  const scene = page.getScene({ isExact: true, params: {}, path: '', url: '' });
  page.initializeScene(scene);
  const sync = new UrlSyncManager();
  sync.initSync(page);
  const view = scene.state.body as ProfileView;
  const stops = [page.activate(), scene.activate(), view.activate()];
  await settle();
  stops.push(view.state.panel.activate());
  await settle();
  stops.reverse().forEach((stop) => stop());
  sync.cleanUp(page);
  return { ...recording.selectors, profileTypes: recording.profileTypes };
}

async function settle() {
  for (let turn = 0; turn < 10; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

test('a service with quotes, backslashes and braces in its name is asked for as it is', async () => {
  const { labelValues, mergeStacktraces } = await asked('we"ird\\{svc}', []);
  const selector = String.raw`{service_name="we\"ird\\{svc}"}`;
  expect(labelValues).toContain(selector);
  expect(mergeStacktraces).toEqual([selector]);
});

test('CPU is asked for first, wherever it stands in the answer', async () => {
  const { profileTypes } = await asked('checkout', []);
  expect(profileTypes).toEqual([cpu]);
});

test('filters narrow the series and the flame graph alike; "one of" matches its values and nothing else', async () => {
  const { mergeStacktraces, selectSeries } = await asked('checkout', ['region|=|eu"1', 'path|=__gfp__|/a.b|/c']);
  const selector = String.raw`{service_name="checkout", region="eu\"1", path=~"/a\\.b|/c"}`;
  expect(mergeStacktraces).toEqual([selector]);
  expect(selectSeries).toContain(selector);
});
