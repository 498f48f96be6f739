/** The languages that names tell apart. C and C++ have no runtime to speak of. */
export type NameLanguage = 'go' | 'jvm' | 'node' | 'python' | 'dotnet' | 'ruby' | 'rust' | 'native';

/** Parts that the import paths of Go's standard library begin with (go.dev/pkg). */
const GO_STANDARD = new Set(
  (
    'archive bufio bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go ' +
    'hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime slices sort ' +
    'strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak type type:'
  ).split(' ')
);

const SCRIPT_FILE = /\.[cm]?[jt]sx?(?::|$)/;
const JAVA_PATH = /^[\w$/]*\/[A-Z_$][\w$]*(?:\.0x[0-9a-f]+|\/0x[0-9a-f]+|\+0x[0-9a-f]+)*\.[\w$<]/;
const JAVA_DOTS = /^(?:java|javax|jdk|sun|kotlin|kotlinx|scala|groovy|clojure|com|org|io|dev)\.[\w.$]+\.[\w$<>]+/;
const RUST =
  /^(?:core|alloc|tokio|hyper|mio|rayon_core|std::(?:rt|sys|sys_common|thread|panic|panicking|io|sync))::|^<.+ as .+>::/;
const RUBY = /\.rb(?::|$)|<internal:|^[A-Z]\w*(?:::[A-Z]\w*)*[#.][a-z_]\w*[?!=]?$/;
const DOTNET = /^[\w.-]+!.|^(?:System|Microsoft)\.[\w.]/;

/**
 * The language that a function is written in, by how profilers write its name (see `FunctionSymbol`), and by its file
 * where the name is bare; undefined where the name does not tell.
 */
export function languageOf(name: string, file = ''): NameLanguage | undefined {
  const text = name.length > 1000 ? name.slice(0, 1000) : name;
  if (/^node:|^wasm[:-]|node_modules\//.test(text) || (text.includes(':') && SCRIPT_FILE.test(text))) {
    return 'node';
  }
  if (/\.pyx?(?::|\s|$)|<frozen /.test(text) || /\.pyx?$/.test(file)) {
    return 'python';
  }
  if (/\.so(?:\.\d+)*[.`!]|^\[|^0x|^vdso\b/.test(text)) {
    return text.startsWith('libjvm.so') ? 'jvm' : 'native';
  }
  if (/\.go$/.test(file)) {
    return 'go';
  }
  if (/\.rs$/.test(file) || RUST.test(text)) {
    return 'rust';
  }
  if (DOTNET.test(text)) {
    return 'dotnet';
  }
  if (JAVA_PATH.test(text) || (JAVA_DOTS.test(text) && /\.[A-Z]/.test(text)) || /\.(?:java|kt|scala)$/.test(file)) {
    return 'jvm';
  }
  if (RUBY.test(text) || /\.rb$/.test(file)) {
    return 'ruby';
  }
  return text.includes('::') ? 'native' : isGo(text) ? 'go' : undefined;
}

/** Whether a package's path is one of Go's standard library. */
export function isGoStandard(path: string): boolean {
  const slash = path.indexOf('/');
  return GO_STANDARD.has(slash < 0 ? path : path.slice(0, slash));
}

/** A path with a host, a package of the standard library, or `main`; then a dot and a function. */
function isGo(name: string): boolean {
  const slash = name.lastIndexOf('/', name.search(/[([{]|$/));
  const dot = name.indexOf('.', slash + 1);
  if (dot <= 0) {
    return false;
  }
  const path = name.slice(0, dot);
  return path === 'main' || isGoStandard(path) || /^[\w-]+(?:\.[\w-]+)+\//.test(path) || slash > 0;
}
