import type { FunctionSymbol } from './symbol';
import { distinct, lastPart, withoutArguments } from './symbolText';

/*
 * Most names of most profiles come here, and a large picture asks for thousands of them at once: hence the searching
 * for positions instead of splitting into parts.
 */

/** `java/util/HashMap.put` and `net/http.(*conn).serve`: slashes, then dots. */
export function parseSlashes(name: string): FunctionSymbol | undefined {
  if (!name.includes('/')) {
    return undefined;
  }
  const bracket = name.search(/[([{]/);
  const slash = name.lastIndexOf('/', bracket < 0 ? name.length : bracket);
  const dot = name.indexOf('.', slash);
  if (slash < 0 || dot < 0) {
    return undefined;
  }
  const local = name.slice(slash + 1);
  const isJava = isCapital(name, slash + 1) && name.indexOf('.') > slash;
  const path = isJava ? name.slice(0, slash) : name.slice(0, dot);
  return {
    package: path,
    family: isJava ? javaFamily(path, '/') : goFamily(path),
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
function goFamily(path: string): string {
  const first = firstParts(path, '/', 1);
  return first.includes('.') ? firstParts(path, '/', 5) : first;
}

const DOMAINS = new Set(['com', 'org', 'io', 'net', 'dev', 'edu']);

/** Of a package that begins with a domain three parts, `com.acme.billing`; of Java's own two, `java.util`. */
function javaFamily(path: string, separator: string): string {
  return firstParts(path, separator, DOMAINS.has(firstParts(path, separator, 1)) ? 3 : 2);
}

/** `http.(*conn).serve` as `(*conn).serve` and `serve`; the function that a closure stands in stays with it. */
function goMember(local: string): string[] {
  const withoutPackage = local.slice(local.indexOf('.') + 1);
  const closure = /[^.]+(?:\.(?:func)?\d+|\.deferwrap\d+|\.gowrap\d+|-fm)+$/.exec(withoutPackage);
  return [withoutPackage, closure?.[0] ?? lastPart(withoutPackage, '.')];
}

const JAVA_ROOTS = new Set([...DOMAINS, ...'java javax jdk sun kotlin kotlinx scala akka clojure'.split(' ')]);

/** The dot before the first part, but for the very first, that begins with a capital. */
const BEFORE_CAPITAL = /\.[A-Z]/;

/** Names of dots alone: Java and .NET by their capitals, Go otherwise. Without a dot the name has no package. */
export function parseDots(name: string): FunctionSymbol {
  const plain = withoutArguments(name);
  const dot = plain.indexOf('.');
  if (dot <= 0 || dot === plain.length - 1 || plain.includes(' ')) {
    return { package: '', family: '', shortened: () => distinct([plain], name) };
  }
  const first = plain.slice(0, dot);
  if (isCapital(plain, 0)) {
    // Namespace, type, method.
    const typeDot = plain.lastIndexOf('.', plain.lastIndexOf('.') - 1);
    const path = typeDot > 0 ? plain.slice(0, typeDot) : first;
    const isOfDotnet = first === 'System' || first === 'Microsoft';
    return dotted(name, plain, path, firstParts(path, '.', isOfDotnet ? 2 : 3));
  }
  const typeDot = plain.search(BEFORE_CAPITAL);
  // `net` is a package of Go's too; a receiver in brackets tells.
  if ((JAVA_ROOTS.has(first) && !plain.includes('(*')) || (typeDot > dot && plain.includes('.', typeDot + 1))) {
    const path = plain.slice(0, typeDot > 0 ? typeDot : plain.lastIndexOf('.'));
    return dotted(name, plain, path, javaFamily(path, '.'));
  }
  return { package: first, family: first, shortened: () => distinct([plain, ...goMember(plain)], name) };
}

function dotted(name: string, plain: string, path: string, family: string): FunctionSymbol {
  const shortened = () => distinct([plain, plain.slice(path.length + 1), lastPart(plain, '.')], name);
  return { package: path, family, shortened };
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90;
}

/** The first parts of a path, at most `count`. */
function firstParts(path: string, separator: string, count: number): string {
  let end = -1;
  for (let part = 0; part < count; part++) {
    end = path.indexOf(separator, end + 1);
    if (end < 0) {
      return path;
    }
  }
  return path.slice(0, end);
}
