import type { StackFilter, StackRule } from '../../profile/filters/stackFilter';

type Filters = readonly StackFilter[];

/** One filter more, at the end; one that is there already is turned on instead. */
export function withFilter(filters: Filters = [], rule: StackRule): Filters {
  const known = filters.findIndex((filter) => isSameRule(filter.rule, rule));
  return known < 0 ? [...filters, { rule }] : filters.map((filter, at) => (at === known ? { rule } : filter));
}

export function toggled(filters: Filters, at: number): Filters {
  return filters.map((filter, index) =>
    index !== at ? filter : filter.off ? { rule: filter.rule } : { rule: filter.rule, off: true }
  );
}

/** Undefined where that was the last: a state without filters has no such field. */
export function removed(filters: Filters, at: number): Filters | undefined {
  const left = filters.filter((_, index) => index !== at);
  return left.length === 0 ? undefined : left;
}

/** The filter at one place put at another; places beyond the ends are the ends. */
export function moved(filters: Filters, from: number, to: number): Filters {
  const others = filters.filter((_, index) => index !== from);
  const place = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, place), filters[from], ...others.slice(place)];
}

/** Whether a rule is among the filters, and is on. */
export function hasFilter(filters: Filters = [], rule: StackRule): boolean {
  return filters.some((filter) => !filter.off && isSameRule(filter.rule, rule));
}

/** On where it was off or absent, gone where it was on. */
export function withToggledRule(filters: Filters = [], rule: StackRule): Filters | undefined {
  const at = filters.findIndex((filter) => !filter.off && isSameRule(filter.rule, rule));
  return at < 0 ? withFilter(filters, rule) : removed(filters, at);
}

function isSameRule(a: StackRule, b: StackRule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
