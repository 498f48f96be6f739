import { VIEW_OPTIONS } from '../flamegraph/viewer/viewChoice';
import { isStackFilter } from './isStackFilter';
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
  const isOn = (key: 'isInverted' | 'showLegend' | 'showTimeline' | 'stacking') => {
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
    filters: Array.isArray(filters) ? filters.filter(isStackFilter) : defaultPanelOptions.filters,
    showTimeline: isOn('showTimeline'),
    timelineHeight:
      typeof timelineHeight === 'number' && timelineHeight > 0 ? timelineHeight : defaultPanelOptions.timelineHeight,
    stacking: isOn('stacking'),
    diffBy: oneOf(['share', 'value'], known.diffBy, defaultPanelOptions.diffBy),
  };
}
