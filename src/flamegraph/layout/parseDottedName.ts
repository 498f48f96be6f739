import type { FunctionSymbol } from './symbol';
import { distinct, lastPart, withoutArguments } from './symbolText';

/** `java/util/HashMap.put` and `net/http.(*conn).serve`: slashes, then dots. */
export function parseSlashes(name: string): FunctionSymbol | undefined {
  const bracket = name.search(/[([{]/);
  const slash = name.lastIndexOf('/', bracket < 0 ? name.length : bracket);
  const dot = name.indexOf('.', slash);
  if (slash < 0 || dot < 0) {
    return undefined;
  }
  const local = name.slice(slash + 1);
  const isJava = /^[A-Z]/.test(local) && !name.slice(0, slash).includes('.');
  const path = isJava ? name.slice(0, slash) : name.slice(0, dot);
  const parts = path.split('/');
  return {
    package: path,
    family: isJava ? javaFamily(parts, '/') : goFamily(parts),
    shortened() {
      const plain = withoutArguments(local);
      return distinct([local, plain, ...(isJava ? [lastPart(plain, '.')] : goMember(plain))], name);
    },
  };
}

/**
 * Of a package that has a host, the repository and two folders in it: a program's own packages are all in one
 * repository. Of Go's standard library, the first part.
 */
function goFamily(parts: readonly string[]): string {
  return parts[0].includes('.') ? parts.slice(0, 5).join('/') : parts[0];
}

const DOMAIN = /^(?:com|org|io|net|dev|edu)$/;

/** Of a package that begins with a domain three parts, `com.acme.billing`; of Java's own two, `java.util`. */
function javaFamily(parts: readonly string[], separator: string): string {
  return parts.slice(0, DOMAIN.test(parts[0]) ? 3 : 2).join(separator);
}

/** `http.(*conn).serve` as `(*conn).serve` and `serve`; the function that a closure stands in stays with it. */
function goMember(local: string): string[] {
  const withoutPackage = local.slice(local.indexOf('.') + 1);
  const closure = /[^.]+(?:\.(?:func)?\d+|\.deferwrap\d+|\.gowrap\d+|-fm)+$/.exec(withoutPackage);
  return [withoutPackage, closure?.[0] ?? lastPart(withoutPackage, '.')];
}

const OF_DOTNET = /^(?:System|Microsoft)$/;
const JAVA_ROOT = /^(?:com|org|io|net|dev|edu|java|javax|jdk|sun|kotlin|kotlinx|scala|akka|clojure)$/;

/** Names of dots alone: Java and .NET by their capitals, Go otherwise. Without a dot the name has no package. */
export function parseDots(name: string): FunctionSymbol {
  const plain = withoutArguments(name);
  const parts = plain.split('.').filter((part) => part !== '');
  if (parts.length < 2 || plain.startsWith('.') || /\s/.test(plain)) {
    return { package: '', family: '', shortened: () => distinct([plain], name) };
  }
  if (/^[A-Z]/.test(parts[0])) {
    const namespace = parts.length > 2 ? parts.slice(0, -2) : parts.slice(0, 1);
    return dotted(
      name,
      plain,
      parts,
      namespace.join('.'),
      namespace.slice(0, OF_DOTNET.test(namespace[0]) ? 2 : 3).join('.')
    );
  }
  const type = parts.findIndex((part) => /^[A-Z]/.test(part));
  if (JAVA_ROOT.test(parts[0]) || (type >= 1 && type < parts.length - 1 && parts.length > 3)) {
    const path = type >= 1 ? parts.slice(0, type) : parts.slice(0, -1);
    return dotted(name, plain, parts, path.join('.'), javaFamily(path, '.'));
  }
  return { package: parts[0], family: parts[0], shortened: () => distinct([plain, ...goMember(plain)], name) };
}

function dotted(name: string, plain: string, parts: readonly string[], path: string, family: string): FunctionSymbol {
  const shortened = () => {
    const local = plain.startsWith(`${path}.`) ? plain.slice(path.length + 1) : plain;
    return distinct([plain, local, parts[parts.length - 1]], name);
  };
  return { package: path, family, shortened };
}
