import type { StackFilter } from '../profile/filters/stackFilter';

const MATCH_KINDS = new Set(['only-with', 'without', 'hide-frame', 'from', 'up-to', 'collapse-package']);
const MATCH_WAYS = new Set(['function', 'package', 'file', 'text', 'regex']);
const PRESETS = new Set(['go', 'jvm', 'node', 'python', 'dotnet', 'ruby', 'rust']);

/** Whether something that a dashboard or a link holds is a filter: both are also written by hand. */
export function isStackFilter(value: unknown): value is StackFilter {
  const rule = isObject(value) ? value.rule : undefined;
  if (!isObject(rule)) {
    return false;
  }
  const { kind, match } = rule;
  switch (kind) {
    case 'only-my-code':
      return true;
    case 'collapse-recursion':
      return rule.scope === 'direct' || rule.scope === 'whole';
    case 'preset':
      return PRESETS.has(String(rule.preset));
    case 'only-changed':
      return typeof rule.atLeast === 'number';
    case 'focus':
      return Array.isArray(rule.path) && rule.path.every((name) => typeof name === 'string');
    default:
      return (
        MATCH_KINDS.has(String(kind)) &&
        isObject(match) &&
        MATCH_WAYS.has(String(match.by)) &&
        typeof match.value === 'string'
      );
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
