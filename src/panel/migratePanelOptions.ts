import { VIEW_OPTIONS as PICTURES_OPTIONS } from '../flamegraph/viewer/viewChoice';
import { defaultPanelOptions, PANEL_OPTIONS_VERSION, type PanelOptions } from './panelOptions';

/**
 * Options as they were saved, by any version or by another panel's type -> today's. What is missing or of the wrong
 * type becomes the default; what a later version added is kept for it.
 */
export function migratePanelOptions(saved: unknown): PanelOptions {
  const known: Record<string, unknown> = typeof saved === 'object' && saved !== null ? { ...saved } : {};
  const { schemaVersion, showTimeline, timelineHeight, view } = known;
  return {
    ...known,
    schemaVersion:
      typeof schemaVersion === 'number' ? Math.max(schemaVersion, PANEL_OPTIONS_VERSION) : PANEL_OPTIONS_VERSION,
    showTimeline: typeof showTimeline === 'boolean' ? showTimeline : defaultPanelOptions.showTimeline,
    timelineHeight:
      typeof timelineHeight === 'number' && timelineHeight > 0 ? timelineHeight : defaultPanelOptions.timelineHeight,
    view: PICTURES_OPTIONS.find((option) => option === view) ?? defaultPanelOptions.view,
  };
}
