import {
  type DataQueryRequest,
  type DataSourceInstanceSettings,
  LoadingState,
  type MetricFindValue,
  PanelPlugin,
  type PanelPluginMeta,
  type ScopedVars,
} from '@grafana/data';
import {
  type DataSourceSrv,
  locationService,
  setDataSourceSrv,
  setPluginImportUtils,
  setRunRequest,
  setTemplateSrv,
  type TemplateSrv,
} from '@grafana/runtime';
import type { AdHocFiltersVariable, MultiValueVariable } from '@grafana/scenes';
import { type EmbeddedScene, sceneGraph, type SceneObject, UrlSyncManager } from '@grafana/scenes';
import type { DataQuery } from '@grafana/schema';
import { of } from 'rxjs';
import { DATA_SOURCE_ID, PANEL_ID } from '../../pluginIds';
import type { ProfileQuery } from '../../profile/profileQuery';
import { ProfileTypesControl } from '../types/ProfileTypesControl';
import type { MissingPart } from './missingPart';
import { profilesPage } from './profilesPage';
import type { ProfileView } from './ProfileView';

const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const inuse = 'memory:inuse_space:bytes:space:bytes';

interface VariableQuestion {
  readonly type: string;
  readonly labelSelector?: string;
}

/** Stands in for Grafana and our data source: what the page asked, with its variables put in as Grafana would. */
class FakeGrafana {
  readonly requests: Array<DataQueryRequest<ProfileQuery & DataQuery>> = [];
  readonly tagQuestions: Array<{ key?: string; filters: unknown }> = [];
  services: MetricFindValue[] = [{ text: 'checkout' }, { text: 'storefront' }];
  types: Record<string, string[]> = { checkout: [cpu, inuse], storefront: [inuse] };
  servicesProblem: Error | undefined;
  labels: Record<string, string[]> = { region: ['eu'], service_name: ['checkout', 'storefront'] };

  readonly dataSource = {
    uid: 'p1',
    type: DATA_SOURCE_ID,
    meta: { id: DATA_SOURCE_ID },
    getRef: () => ({ uid: 'p1', type: DATA_SOURCE_ID }),
    query: () => of({ data: [] }),
    metricFindQuery: async (question: VariableQuestion, { scopedVars }: { scopedVars: ScopedVars }) => {
      if (question.type === 'service') {
        if (this.servicesProblem) {
          throw this.servicesProblem;
        }
        return this.services;
      }
      const selector = replace(question.labelSelector, scopedVars);
      const service = /^\{service_name="(.*)"\}$/.exec(selector)?.[1] ?? '';
      return (this.types[service] ?? []).map((text) => ({ text }));
    },
    getTagKeys: async (question: { filters: unknown }) => {
      this.tagQuestions.push(question);
      return Object.keys(this.labels).map((text) => ({ text }));
    },
    getTagValues: async (question: { key: string; filters: unknown }) => {
      this.tagQuestions.push(question);
      return this.labels[question.key].map((text) => ({ text }));
    },
  };

  install() {
    const instances = [{ uid: 'p1', name: 'Production', type: DATA_SOURCE_ID, meta: {} }];
    setDataSourceSrv({
      get: async () => this.dataSource,
      getList: ({ pluginId }: { pluginId: string }) => (pluginId === DATA_SOURCE_ID ? instances : []),
      getInstanceSettings: () => instances[0] as unknown as DataSourceInstanceSettings,
      registerRuntimeDataSource: () => undefined,
      reload: () => undefined,
    } as unknown as DataSourceSrv);
    setRunRequest((_, request) => {
      this.requests.push(request as DataQueryRequest<ProfileQuery & DataQuery>);
      return of({ state: LoadingState.Done, series: [], timeRange: request.range });
    });
  }
}

beforeAll(() => {
  // Scenes hangs the page's filters on it, for data sources that ask there.
  setTemplateSrv({ getAdhocFilters: () => [] } as unknown as TemplateSrv);
  const panelPlugin = new PanelPlugin(null);
  panelPlugin.meta = { id: PANEL_ID, info: { version: '0.0.0' } } as PanelPluginMeta;
  setPluginImportUtils({
    importPanelPlugin: async () => panelPlugin,
    getPanelPluginFromCache: () => undefined,
  });
});

function replace(text: string | undefined, scopedVars: ScopedVars): string {
  const { value } = scopedVars.__sceneObject as unknown as { value: { valueOf(): SceneObject } };
  return sceneGraph.interpolate(value.valueOf(), text, scopedVars);
}

/** The page at an address, activated as React would, once its variables have loaded. */
async function open(grafana: FakeGrafana, search = '') {
  grafana.install();
  locationService.push(`/a/app/explore${search}`);
  const page = profilesPage();
  const scene = page.getScene({ isExact: true, params: {}, path: '', url: '' });
  page.initializeScene(scene);
  const sync = new UrlSyncManager();
  sync.initSync(page);
  const view = scene.state.body as ProfileView;
  const panel = view.state.panel;
  const stops = [() => sync.cleanUp(page), page.activate(), scene.activate(), view.activate()];
  closers.push(() => stops.reverse().forEach((stop) => stop()));
  await settle();
  if (view.state.content === 'panel') {
    stops.push(panel.activate());
    await settle();
  }
  return { scene, view, panel };
}

const closers: Array<() => void> = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

async function settle() {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function chosen(scene: EmbeddedScene, name: string): MultiValueVariable {
  return sceneGraph.lookupVariable(name, scene) as MultiValueVariable;
}

function filtersOf(scene: EmbeddedScene): AdHocFiltersVariable {
  return sceneGraph.lookupVariable('filters', scene) as AdHocFiltersVariable;
}

/** The last query that the page sent, as the data source reads it. */
function lastQuery({ requests }: FakeGrafana) {
  const { targets, scopedVars, filters } = requests.at(-1)!;
  const { profileTypeId, labelSelector, queryType, datasource } = targets[0];
  return {
    profileTypeId: replace(profileTypeId, scopedVars),
    labelSelector: replace(labelSelector, scopedVars),
    queryType,
    datasource,
    filters: filters?.map(({ key, operator, value }) => ({ key, operator, value })),
  };
}

test('a bare address shows the first profile type of the first service, over the last hour, in our panel', async () => {
  const grafana = new FakeGrafana();
  const { scene, view, panel } = await open(grafana);
  expect(lastQuery(grafana)).toEqual({
    profileTypeId: cpu,
    labelSelector: '{service_name="checkout"}',
    queryType: 'both',
    datasource: { uid: 'p1', type: DATA_SOURCE_ID },
    filters: [],
  });
  expect(panel.state.pluginId).toBe(PANEL_ID);
  expect(view.state.content).toBe('panel');
  expect(sceneGraph.getTimeRange(scene).state.from).toBe('now-1h');
});

test('an address brings back all that was chosen', async () => {
  const grafana = new FakeGrafana();
  const { scene } = await open(
    grafana,
    `?var-ds=p1&var-service=storefront&var-type=${encodeURIComponent(inuse)}&var-filters=region%7C%3D%7Ceu&from=now-6h&to=now-3h`
  );
  expect(lastQuery(grafana)).toMatchObject({
    profileTypeId: inuse,
    labelSelector: '{service_name="storefront"}',
    filters: [{ key: 'region', operator: '=', value: 'eu' }],
  });
  expect(sceneGraph.getTimeRange(scene).state).toMatchObject({ from: 'now-6h', to: 'now-3h' });
});

test('what is chosen on the page goes into the address', async () => {
  const { scene } = await open(new FakeGrafana());
  chosen(scene, 'service').changeValueTo('storefront', 'storefront', true);
  filtersOf(scene).setState({ filters: [{ key: 'region', operator: '!=', value: 'eu' }] });
  await settle();
  expect(locationService.getSearchObject()).toMatchObject({
    'var-ds': 'p1',
    'var-service': 'storefront',
    'var-type': inuse,
    'var-filters': 'region|!=|eu',
  });
});

test('what is seen of the panel is in the address, and one address is replaced by the next', async () => {
  const { panel } = await open(new FakeGrafana(), '?seen=%7B%22v%22%3A1%7D');
  expect(panel.state.options).toMatchObject({ link: '{"v":1}' });
  const { length } = window.history;
  panel.onOptionsChange({ link: '{"v":1,"tab":"A/0"}' });
  expect(locationService.getSearchObject().seen).toBe('{"v":1,"tab":"A/0"}');
  panel.onOptionsChange({ link: '' });
  expect(locationService.getSearchObject()).not.toHaveProperty('seen');
  expect(window.history).toHaveLength(length);
});

test('another service brings its own profile types, and keeps the chosen one where it can', async () => {
  const grafana = new FakeGrafana();
  grafana.types.storefront = [inuse, 'wall:wall:nanoseconds:wall:nanoseconds'];
  const { scene } = await open(grafana, `?var-type=${encodeURIComponent(inuse)}`);
  chosen(scene, 'service').changeValueTo('storefront', 'storefront', true);
  await settle();
  expect(lastQuery(grafana)).toMatchObject({ profileTypeId: inuse, labelSelector: '{service_name="storefront"}' });
});

test('a new filter asks again, with the filter', async () => {
  const grafana = new FakeGrafana();
  const { scene } = await open(grafana);
  filtersOf(scene).setState({ filters: [{ key: 'region', operator: '=~', value: 'eu|us' }] });
  await settle();
  expect(lastQuery(grafana).filters).toEqual([{ key: 'region', operator: '=~', value: 'eu|us' }]);
});

test('labels and values to filter by are those of the chosen service and the other filters', async () => {
  const grafana = new FakeGrafana();
  const { scene } = await open(grafana, '?var-filters=region%7C%3D%7Ceu&var-filters=pod%7C%3D%7Cp-1');
  const filters = filtersOf(scene);
  const [region, pod] = filters.state.filters;
  expect((await filters._getKeys(null)).map(({ value }) => value)).toEqual(['region']);
  expect((await filters._getValuesFor(region)).map(({ value }) => value)).toEqual(['eu']);
  const service = { key: 'service_name', operator: '=', value: 'checkout' };
  expect(grafana.tagQuestions).toMatchObject([
    { filters: [service, region, pod] },
    { key: 'region', filters: [service, pod] },
  ]);
});

test('no comparison by size is offered for labels, which have no order', async () => {
  const { scene } = await open(new FakeGrafana());
  const operators = filtersOf(scene)
    ._getOperators()
    .map(({ value }) => value);
  expect(operators).toEqual(['=', '!=', '=|', '!=|', '=~', '!~']);
});

describe('where there is nothing to show, the page says what lacks', () => {
  test('no services', async () => {
    const grafana = new FakeGrafana();
    grafana.services = [];
    const { view } = await open(grafana);
    expect(view.state.content).toEqual({ kind: 'services' });
  });

  test('a service from a link that sent nothing in this time', async () => {
    const { view } = await open(new FakeGrafana(), '?var-service=retired');
    expect(view.state.content).toEqual({ kind: 'profile types', service: 'retired' });
  });

  test('a type from a link that the service did not send: why, and a way to those that it sent', async () => {
    const grafana = new FakeGrafana();
    grafana.labels.pyroscope_spy = ['rbspy'];
    const { scene, view } = await open(grafana, '?var-service=storefront&var-type=heap:heap:bytes:heap:bytes');
    await settle();
    const { why, ...content } = view.state.content as MissingPart & { kind: 'profile type' };
    expect(content).toEqual({
      kind: 'profile type',
      service: 'storefront',
      profileTypeId: 'heap:heap:bytes:heap:bytes',
      sent: [inuse],
    });
    expect(why).toBe('No in-use space data: the Ruby SDK does not send it.');
    expect(grafana.requests).toEqual([]);
    view.showType(inuse);
    await settle();
    expect(view.state.content).toBe('panel');
    expect(chosen(scene, 'type').state.value).toBe(inuse);
  });

  test('where even the reason cannot be asked for, that is said', async () => {
    const grafana = new FakeGrafana();
    grafana.dataSource.getTagKeys = () => Promise.reject(new Error('The backend is busy.'));
    const { view } = await open(grafana, '?var-type=heap:heap:bytes:heap:bytes');
    const { why } = view.state.content as MissingPart & { kind: 'profile type' };
    expect(why).toContain('The backend is busy.');
  });

  test('a backend that failed: its sentence, until it answers again', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation();
    const grafana = new FakeGrafana();
    grafana.servicesProblem = new Error('Pyroscope cannot be reached. Check the URL.');
    const { scene, view } = await open(grafana);
    expect(view.state.content).toEqual({ kind: 'answer', sentence: 'Pyroscope cannot be reached. Check the URL.' });
    log.mockRestore();

    grafana.servicesProblem = undefined;
    sceneGraph.getTimeRange(scene).onRefresh();
    await settle();
    expect(view.state.content).toBe('panel');
  });
});

describe('the guide to profile types', () => {
  const guideOf = (scene: EmbeddedScene) =>
    scene.state.controls!.find((control): control is ProfileTypesControl => control instanceof ProfileTypesControl)!;

  test('knows what profiles the chosen service, by labels that have one value', async () => {
    const grafana = new FakeGrafana();
    grafana.labels = { pyroscope_spy: ['rbspy'], language: ['ruby', 'go'], region: ['eu'], service_name: ['checkout'] };
    const { scene } = await open(grafana);
    const guide = guideOf(scene);
    await guide.open();
    expect(guide.state.open).toEqual({
      service: 'checkout',
      labels: { pyroscope_spy: 'rbspy', service_name: 'checkout' },
    });
    expect(grafana.tagQuestions[0]).toMatchObject({
      filters: [{ key: 'service_name', operator: '=', value: 'checkout' }],
    });
  });

  test('shows a type that is chosen in it, and closes', async () => {
    const grafana = new FakeGrafana();
    const { scene } = await open(grafana);
    const guide = guideOf(scene);
    await guide.open();
    guide.choose(inuse);
    await settle();
    expect(guide.state.open).toBeUndefined();
    expect(lastQuery(grafana).profileTypeId).toBe(inuse);
  });

  test('an answer that comes after it was closed does not open it again', async () => {
    const { scene } = await open(new FakeGrafana());
    const guide = guideOf(scene);
    const opening = guide.open();
    guide.close();
    await opening;
    expect(guide.state.open).toBeUndefined();
  });

  test('a data source that cannot tell the labels: its sentence', async () => {
    const grafana = new FakeGrafana();
    grafana.dataSource.getTagKeys = () => Promise.reject(new Error('The backend is busy.'));
    const { scene } = await open(grafana);
    const guide = guideOf(scene);
    await guide.open();
    expect(guide.state.open?.problem?.sentence).toContain('The backend is busy.');
  });
});
