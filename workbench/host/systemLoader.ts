import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import { sharedModules } from './sharedModules';

/* Loads AMD and System modules by script tags, as Grafana does, and hands them the page's own copies of what is shared. */

const SCHEME = 'package:';

/** What SystemJS calls to turn an address into a module: its dependencies, and what declares its exports. */
type Registration = [dependencies: string[], declare: System.DeclareFn];
interface LoaderHooks {
  instantiate: (this: unknown, url: string, parent?: string) => Promise<Registration>;
}

const hooks = (System.constructor as unknown as { prototype: LoaderHooks }).prototype;
const instantiateScript = hooks.instantiate;

hooks.instantiate = async function (url, parent) {
  if (!url.startsWith(SCHEME)) {
    return instantiateScript.call(this, url, parent);
  }
  const name = url.slice(SCHEME.length);
  const load = sharedModules[name];
  if (load === undefined) {
    throw new Error(`${parent ?? 'A module'} asks for '${name}', which Grafana does not share.`);
  }
  const shared = await load();
  return [
    [],
    (give) => {
      give({ ...shared, default: shared, __useDefault: true });
      return { execute: () => undefined };
    },
  ];
};

System.addImportMap({
  imports: Object.fromEntries(Object.keys(sharedModules).map((name) => [name, SCHEME + name])),
});

/** Loads a module; a second call for the same address gives the same one. */
export async function importModule<T extends object>(url: string): Promise<T> {
  return System.import<T>(new URL(url, document.baseURI).href);
}
