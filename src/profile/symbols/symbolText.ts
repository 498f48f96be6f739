/** Without what stands in (), <> or [], nested ones included, except Go's receivers `(*T)` and names like `<init>`. */
export function withoutArguments(name: string): string {
  const first = name.search(/[(<[]/);
  if (first < 0) {
    return name;
  }
  const before = name[first - 1];
  if (first > 0 && name[first] === '(' && name.indexOf(')') === name.length - 1 && before !== '.' && before !== ':') {
    // The common case, parameters and nothing else.
    return name.slice(0, first).trimEnd();
  }
  let out = '';
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    const c = name[at];
    const opens = c === '<' || c === '[' || c === '(';
    const startsPart = at === 0 || name[at - 1] === '.' || name[at - 1] === ':';
    if (depth === 0 && opens && startsPart) {
      // A part of its own, not the arguments of one: `(*conn)`, `<init>`, `(anonymous)`.
      const close = name.indexOf(c === '<' ? '>' : c === '[' ? ']' : ')', at);
      if (close > 0) {
        out += name.slice(at, close + 1);
        at = close;
        continue;
      }
    }
    if (opens) {
      depth++;
    } else if (c === '>' || c === ']' || c === ')') {
      depth = Math.max(0, depth - 1);
    } else if (depth === 0) {
      out += c;
    }
  }
  return out.trimEnd();
}

/** Those of the forms that are shorter than the name and than all before them. */
export function distinct(forms: readonly (string | readonly string[])[], name: string): string[] {
  const shorter: string[] = [];
  let length = name.length;
  for (const form of forms.flat()) {
    if (form.length > 0 && form.length < length) {
      shorter.push(form);
      length = form.length;
    }
  }
  return shorter;
}

/** What follows the last separator; the whole text without one. */
export function lastPart(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}

/** Folder of a path; the file itself if it lies in none. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash > 0 ? path.slice(0, slash) : path;
}
