import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { knownTypes } from '../src/catalogue/knownTypes';
import { APP_ID, DATA_SOURCE_ID, PANEL_ID } from '../src/pluginIds';
import { parseLabelSelector } from '../src/pyroscope/labelSelector';
import { inRepository, readJson, readYaml } from './repository';
import { assertValid } from './schemas/assertValid';
import { savedPanelOptionsSchema } from './schemas/panelOptions';
import { savedQuerySchema } from './schemas/profileQuery';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly working_dir?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

interface Target {
  readonly refId: string;
  readonly queryType?: string;
  readonly profileTypeId: string;
  readonly labelSelector?: string;
}

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource: DataSourceRef;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly Target[];
  readonly options: unknown;
}

interface DataSourceRef {
  readonly type: string;
  readonly uid: string;
}

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly annotations: { readonly list: readonly Annotation[] };
}

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly datasource?: DataSourceRef;
}

interface Annotation {
  readonly datasource: DataSourceRef;
  readonly target: Target & { readonly marks?: string };
}

/** What each kind of panel can draw of our answers. */
const drawn: Readonly<Record<string, readonly string[]>> = {
  [PANEL_ID]: ['both', 'profile', 'diff'],
  timeseries: ['metrics', 'functions'],
  table: ['functions'],
  heatmap: ['heatmap'],
};

const compose = readYaml('docker-compose.yaml') as Compose;
const { grafana, demo } = compose.services;
const { datasources } = readYaml('provisioning/datasources/pyrolens.yaml') as {
  datasources: ReadonlyArray<DataSourceRef & { readonly url: string; readonly access: string }>;
};
const { apps } = readYaml('provisioning/plugins/pyrolens.yaml') as { apps: readonly unknown[] };
const { providers } = readYaml('provisioning/dashboards/pyrolens.yaml') as {
  providers: ReadonlyArray<{ readonly options: { readonly path: string } }>;
};
const dashboards = readdirSync(inRepository('provisioning/dashboards'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => readJson(`provisioning/dashboards/${name}`) as Dashboard);

/** Made by `npm ci` and `npm run build`, so not in a fresh clone. */
const madeFolders = ['dist', 'node_modules'];

/** "./dist:/var/lib/…:ro" in its parts; a volume that compose itself keeps has no dot before its name. */
function mountsOf({ volumes = [] }: Service) {
  return volumes.map((volume) => {
    const [source = '', target = '', mode] = volume.split(':');
    return { source, target, readOnly: mode === 'ro', isFolder: source.startsWith('.') };
  });
}

/** Where a file of a container lies in this repository. */
function hostFile(service: Service, containerFile: string): string | undefined {
  const mount = mountsOf(service).find(
    ({ target }) => containerFile === target || containerFile.startsWith(`${target}/`)
  );
  return mount && path.join(mount.source, path.relative(mount.target, containerFile));
}

describe('docker-compose.yaml', () => {
  test.each(Object.entries(compose.services))('%s is pinned to one version', (_, { image }) => {
    const withDefaults = image.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
    expect(withDefaults).toMatch(/^[a-z/]+:\d+\.\d+\.\d+(-[a-z-]+)?$/);
  });

  test.each(Object.entries(compose.services))('%s mounts only what is there, and changes none of it', (_, service) => {
    for (const { source, readOnly, isFolder } of mountsOf(service)) {
      if (!isFolder) {
        expect(Object.keys(compose.volumes)).toContain(source);
        continue;
      }
      expect(readOnly).toBe(true);
      const folder = path.normalize(source);
      expect([folder, existsSync(inRepository(folder)) || madeFolders.includes(folder)]).toEqual([folder, true]);
    }
  });

  test('a service waits only for services that can say that they are ready', () => {
    for (const { depends_on: waitsFor = {} } of Object.values(compose.services)) {
      for (const [name, { condition }] of Object.entries(waitsFor)) {
        expect(condition).toBe('service_healthy');
        expect(compose.services[name]?.healthcheck).toBeDefined();
      }
    }
  });

  test('Grafana loads the build, though it is not signed', () => {
    const allowed = grafana.environment!.GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS.split(',');
    expect(allowed.sort()).toEqual([APP_ID, DATA_SOURCE_ID, PANEL_ID].sort());
    expect(mountsOf(grafana).find(({ source }) => source === './dist')?.target).toBe(
      `/var/lib/grafana/plugins/${APP_ID}`
    );
  });

  test('the demo runs a file of the workbench', () => {
    const script = demo.command!.at(-1)!;
    const file = hostFile(demo, path.posix.join(demo.working_dir!, script));
    expect(file).toBe(script);
    expect(existsSync(inRepository(script))).toBe(true);
  });
});

describe('provisioning', () => {
  test('there is one data source of ours, through the proxy, at an address that Grafana is given', () => {
    expect(datasources).toMatchObject([{ type: DATA_SOURCE_ID, access: 'proxy' }]);
    const [, variable] = /^\$(\w+)$/.exec(datasources[0].url)!;
    expect(grafana.environment).toHaveProperty(variable);
  });

  test('the app is enabled', () => {
    expect(apps).toEqual([{ type: APP_ID, org_id: 1, disabled: false }]);
  });

  test('dashboards are looked for where they are mounted', () => {
    const folders = providers.map(({ options }) => hostFile(grafana, options.path));
    expect(folders).toEqual(['provisioning/dashboards']);
    const home = hostFile(grafana, grafana.environment!.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH);
    expect(existsSync(inRepository(home!))).toBe(true);
  });
});

describe.each(dashboards)('dashboard "$title"', (dashboard) => {
  const panels = dashboard.panels;

  test('every panel and variable asks the data source that is provisioned', () => {
    const { type, uid } = datasources[0];
    const queried = dashboard.templating.list.filter((variable) => variable.type === 'query');
    for (const { datasource } of [...panels, ...queried, ...dashboard.annotations.list]) {
      expect(datasource).toEqual({ type, uid });
    }
  });

  test('every query is one of ours', () => {
    const annotated = dashboard.annotations.list.map(({ target: { marks, ...target } }) => {
      expect(['spikes', 'steps', 'throttling']).toContain(marks);
      return target;
    });
    for (const target of [...panels.flatMap(({ targets }) => targets), ...annotated]) {
      assertValid(savedQuerySchema, target);
      expect(Object.keys(knownTypes)).toContain(target.profileTypeId);
      expect(parseLabelSelector(target.labelSelector ?? '{}')).toMatchObject({ ok: true });
    }
  });

  test("our panel's options are among those that it has", () => {
    for (const { options } of panels.filter(({ type }) => type === PANEL_ID)) {
      assertValid(savedPanelOptionsSchema, options);
    }
  });

  test('each panel gets what it can draw, and one of them is ours', () => {
    expect(panels.map(({ type }) => type)).toContain(PANEL_ID);
    for (const { type, targets } of panels) {
      for (const { queryType = 'both' } of targets) {
        expect(drawn[type] ?? []).toContain(queryType);
      }
    }
  });

  test('every variable that is named is declared', () => {
    const declared = dashboard.templating.list.map(({ name }) => name);
    const named = [...JSON.stringify([panels, dashboard.annotations]).matchAll(/\$\{?(\w+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !declared.includes(name))).toEqual([]);
  });

  test('panels have ids of their own and do not lie on each other', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`)
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...panels.map(({ gridPos: { x, w } }) => x + w))).toBeLessThanOrEqual(24);
  });
});
