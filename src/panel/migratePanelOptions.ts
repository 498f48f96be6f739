import type { StackFilter } from '../profile/filters/stackFilter';
import { VIEW_OPTIONS } from '../flamegraph/viewer/viewChoice';
import { defaultPanelOptions, PANEL_OPTIONS_VERSION, type PanelOptions } from './panelOptions';

export const COLOUR_OPTIONS: ReadonlyArray<PanelOptions['colours']> = [
  'auto',
  'package',
  'function',
  'file',
  'value',
  'label',
  'diff',
];

/**
 * Options as they were saved, by any version or by another panel's type -> today's. What is missing or of the wrong
 * type becomes the default; what a later version added is kept for it.
 */
export function migratePanelOptions(saved: unknown): PanelOptions {
  const known: Record<string, unknown> = typeof saved === 'object' && saved !== null ? { ...saved } : {};
  const { schemaVersion, timelineHeight, filters } = known;
  const isOn = (key: 'isInverted' | 'showLegend' | 'showTimeline') => {
    const value = known[key];
    return typeof value === 'boolean' ? value : defaultPanelOptions[key];
  };
  const oneOf = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
    choices.find((choice) => choice === value) ?? otherwise;
  return {
    ...known,
    schemaVersion:
      typeof schemaVersion === 'number' ? Math.max(schemaVersion, PANEL_OPTIONS_VERSION) : PANEL_OPTIONS_VERSION,
    view: oneOf(VIEW_OPTIONS, known.view, defaultPanelOptions.view),
    isInverted: isOn('isInverted'),
    root: oneOf(['top', 'bottom'], known.root, defaultPanelOptions.root),
    colours: oneOf(COLOUR_OPTIONS, known.colours, defaultPanelOptions.colours),
    showLegend: isOn('showLegend'),
    align: oneOf(['left', 'right'], known.align, defaultPanelOptions.align),
    filters: Array.isArray(filters) ? filters.filter(isFilter) : defaultPanelOptions.filters,
    showTimeline: isOn('showTimeline'),
    timelineHeight:
      typeof timelineHeight === 'number' && timelineHeight > 0 ? timelineHeight : defaultPanelOptions.timelineHeight,
    diffBy: oneOf(['share', 'value'], known.diffBy, defaultPanelOptions.diffBy),
  };
}

const MATCH_KINDS = new Set(['only-with', 'without', 'hide-frame', 'from', 'up-to', 'collapse-package']);
const MATCH_WAYS = new Set(['function', 'package', 'file', 'text', 'regex']);
const PRESETS = new Set(['go', 'jvm', 'node', 'python', 'dotnet', 'ruby', 'rust']);

/** Dashboards are also written by hand: a filter that is none must not stop the panel. */
function isFilter(value: unknown): value is StackFilter {
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
