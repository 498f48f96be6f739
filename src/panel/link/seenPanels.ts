import type { LinkText } from './linkText';

/** What is seen of each panel on the page, by the parameter of the address that is its own. */
const panels = new Map<string, () => LinkText>();

/** Takes a parameter for a panel; of several panels that nothing tells apart the later ones get a number. */
export function takeParameter(name: string): string {
  let parameter = name;
  for (let nth = 2; panels.has(parameter); nth++) {
    parameter = `${name}.${nth}`;
  }
  panels.set(parameter, () => ({ text: '', leftOut: [] }));
  return parameter;
}

export function giveBackParameter(parameter: string): void {
  panels.delete(parameter);
}

/** `seen`: asked when somebody wants to know. A parameter that was given back meanwhile stays so. */
export function tellSeen(parameter: string, seen: () => LinkText): void {
  if (panels.has(parameter)) {
    panels.set(parameter, seen);
  }
}

/** All of them, that of one panel first. */
export function allSeen(first: string | undefined): ReadonlyArray<readonly [parameter: string, seen: LinkText]> {
  const isFirst = ([parameter]: readonly [string, unknown]) => Number(parameter === first);
  return [...panels].sort((a, b) => isFirst(b) - isFirst(a)).map(([parameter, seen]) => [parameter, seen()]);
}
