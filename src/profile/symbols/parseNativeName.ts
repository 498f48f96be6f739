import { parseDots } from './parseDottedName';
import type { FunctionSymbol } from './symbol';
import { distinct, withoutArguments } from './symbolText';

/**
 * `Module!Namespace.Type.Method(parameters)`, as .NET's own tools write it, and `Namespace!Type.Method`, as Pyroscope's
 * agent does. A module is mostly called as the namespace is that it holds, or holds one of the platform's.
 */
export function parseDotnet(name: string): FunctionSymbol | undefined {
  const mark = name.indexOf('!');
  if (mark <= 0 || /[\s(<[/]/.test(name.slice(0, mark))) {
    return undefined;
  }
  const first = name.slice(0, mark);
  const member = parseDots(name.slice(mark + 1));
  const full = () => [name.slice(mark + 1), ...member.shortened()];
  const root = firstPart(name.slice(mark + 1));
  const isModule = member.package !== '' && (root === firstPart(first) || /^(?:System|Microsoft)$/.test(root));
  return isModule
    ? { ...member, shortened: full }
    : { package: first, family: first.split('.').slice(0, 2).join('.'), shortened: full };
}

function firstPart(path: string): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}

/** `libjvm.so.JavaThread::run`: a function of a native library. */
export function parseLibrary(name: string): FunctionSymbol | undefined {
  const match = name.includes('.so') ? /^([^/\s]*\.so(?:\.\d+)*)[.`!](.+)$/.exec(name) : null;
  if (match === null) {
    return undefined;
  }
  const [, library, member] = match;
  return { package: library, family: library, shortened: () => [member, ...(parseColons(member)?.shortened() ?? [])] };
}

/** What comes with the language: one family each. Of other crates and namespaces, two parts are. */
const STANDARD = /^(?:std|core|alloc)$/;

/** `crate::module::Type<T>::method`, `namespace::Class::method(int)`, `Module::Class#method`. */
export function parseColons(name: string): FunctionSymbol | undefined {
  if (!name.includes('::') && !(name.includes('#') && /^[A-Z]\w*#\w/.test(name))) {
    return undefined;
  }
  // Rust writes `<alloc::vec::Vec<T> as core::clone::Clone>::clone`: the type before "as" is whose method it is.
  const inner = /^<(?:&|mut |dyn )*(.+?) as .+>::([^:]+)$/.exec(name);
  const plain = withoutArguments(inner === null ? name : `${inner[1]}::${inner[2]}`);
  const parts = plain
    .slice(plain.lastIndexOf(' ', plain.indexOf('::')) + 1)
    .split(/::|#/)
    .filter((part) => part !== '');
  const modules = parts.slice(0, -1).filter((part) => !/^[A-Z]/.test(part));
  const first = parts[0] ?? name;
  const family = modules.length > 0 && !STANDARD.test(first) ? modules.slice(0, 2).join('::') : first;
  const shortened = () => {
    const type = parts.length > 1 ? [parts.slice(-2).join(name.includes('#') ? '#' : '::')] : [];
    return distinct([plain, ...type, parts[parts.length - 1] ?? name], name);
  };
  return { package: modules.length > 0 ? modules.join('::') : first, family, shortened };
}
