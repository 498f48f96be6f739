/**
 * Which series are hidden after a click on one in the legend, as in Grafana's own panels: a click shows that one alone,
 * or all again where it was alone; with `append` (Ctrl, Cmd or Shift) it hides or shows that one and leaves the others.
 */
export function toggledSeries(
  names: readonly string[],
  hidden: ReadonlySet<string>,
  name: string,
  append: boolean
): ReadonlySet<string> {
  if (!append) {
    const others = names.filter((other) => other !== name);
    const isAlone = !hidden.has(name) && others.every((other) => hidden.has(other));
    return new Set(isAlone ? [] : others);
  }
  const next = new Set(hidden);
  if (!next.delete(name)) {
    next.add(name);
  }
  // With nothing left to see, everything is meant.
  return names.every((each) => next.has(each)) ? new Set() : next;
}
