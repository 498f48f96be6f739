/** What a source link may name. */
export interface SourcePlace {
  readonly path: string;
  /** From 1; 0 where unknown. */
  readonly line: number;
  /** Labels that the whole profile has in common: `service_git_ref`, `service_repository` ... */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The address of a function's source by a template such as `https://host/{service_repository}/blob/{ref}/{path}#L{line}`.
 * What is put in is encoded, so that it can neither leave its part of the address nor go up folders; a path keeps its
 * slashes, a label too. Undefined where a name of the template is not known, or the address is not http(s).
 */
export function sourceLink(template: string, { path, line, labels }: SourcePlace): string | undefined {
  let isComplete = true;
  const address = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = name === 'path' ? path : name === 'line' ? (line > 0 ? String(line) : '') : ownValue(labels, name);
    if (value === undefined || (value === '' && name !== 'line')) {
      isComplete = false;
      return '';
    }
    return encodedPath(value);
  });
  return isComplete ? webAddress(address) : undefined;
}

/** The address if it is an absolute one of http(s), else undefined: no `javascript:`, no `data:`. */
export function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) {
    return undefined;
  }
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Each part between slashes is encoded; `.` and `..`, which browsers resolve however they are encoded, are left out. */
function encodedPath(value: string): string {
  return value
    .split('/')
    .filter((part, at) => part !== '.' && part !== '..' && !(part === '' && at === 0))
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}

function ownValue(labels: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}
