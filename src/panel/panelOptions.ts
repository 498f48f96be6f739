import type { ViewOption as PicturesOption } from '../flamegraph/viewer/viewChoice';

/** What a user chooses for one panel, as it is saved in a dashboard. Fields that we do not know are kept as they are. */
export interface PanelOptions {
  /** Version of this shape, for migrations. Absent: not yet saved by a version that counts. */
  schemaVersion?: number;
  showTimeline: boolean;
  /** CSS pixels that the timeline takes where there is room for it. */
  timelineHeight: number;
  /** What is drawn of a profile, until its user chooses otherwise. */
  view: PicturesOption;
}

export const PANEL_OPTIONS_VERSION = 1;

export const defaultPanelOptions: PanelOptions = { showTimeline: true, timelineHeight: 160, view: 'auto' };
