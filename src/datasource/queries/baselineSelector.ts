import { formatLabelSelector, parseLabelSelector, type LabelMatcher } from '../../pyroscope/labelSelector';

/** The selector that a baseline has in place of its query's; undefined for none, and for one that says nothing. */
export function ownSelector(labelSelector: string | undefined): string | undefined {
  const own = labelSelector?.trim() ?? '';
  return own === '' || own === '{}' ? undefined : own;
}

/** The selector with this matcher in place of those of the same label; as it is where it cannot be read. */
export function withService(labelSelector: string, matcher: LabelMatcher): string {
  const parsed = parseLabelSelector(labelSelector);
  return parsed.ok
    ? formatLabelSelector([matcher, ...parsed.matchers.filter(({ name }) => name !== matcher.name)])
    : labelSelector;
}
