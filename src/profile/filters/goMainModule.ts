import type { FunctionTable } from '../functionTable';
import { functionPackages } from '../symbols/functionPackages';
import { isGoStandard } from '../symbols/languageOf';

/** Modules that are nobody's main one, by how their paths begin. */
const LIBRARY_PATHS = [
  'golang.org/',
  'google.golang.org/',
  'go.opentelemetry.io/',
  'go.uber.org/',
  'gopkg.in/',
  'k8s.io/',
  'sigs.k8s.io/',
  'cloud.google.com/',
  'go.mongodb.org/',
  'github.com/grafana/pyroscope-go',
  'github.com/prometheus/client_golang',
  'github.com/klauspost/',
  'github.com/gorilla/',
  'github.com/spf13/',
  'github.com/gin-gonic/',
  'github.com/aws/',
];

/**
 * The module of a Go program, `github.com/acme/shop`, guessed from names: a profile does not say. It is that with the
 * most packages among modules on hosts, since a program shows more of its own packages than of any library. There is
 * none where packages without a host hold more functions, `main` among them: then those are the program.
 */
export function mainModuleOf(functions: FunctionTable): string | undefined {
  const { packages } = functionPackages(functions);
  const packagesOf = new Map<string, Set<string>>();
  const functionsOf = new Map<string, number>();
  let withoutHost = 0;
  for (let func = 1; func < functions.length; func++) {
    const path = packages[func];
    const parts = path.split('/', 4);
    if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(parts[0]) || parts.length < 2) {
      withoutHost += isOwnWithoutHost(path, functions.names[func]) ? 1 : 0;
    } else if (!LIBRARY_PATHS.some((library) => path.startsWith(library))) {
      const module = parts.slice(0, 3).join('/');
      const found = packagesOf.get(module) ?? new Set();
      packagesOf.set(module, found.add(path));
      functionsOf.set(module, (functionsOf.get(module) ?? 0) + 1);
    }
  }
  const [largest] = [...packagesOf].sort(([, a], [, b]) => b.size - a.size);
  return largest !== undefined && (functionsOf.get(largest[0]) ?? 0) > withoutHost ? largest[0] : undefined;
}

/** Whether a function is in `main`, or in a package such as `shop/cart`. */
function isOwnWithoutHost(path: string, name: string): boolean {
  return path === 'main' || (/^[a-z][\w-]*\/[\w/-]+$/.test(path) && !isGoStandard(path) && name.startsWith(`${path}.`));
}
