import type { StackFilter } from '../profile/filters/stackFilter';
import type { ColourScheme } from '../flamegraph/view/flameGraphState';
import type { ViewOption } from '../flamegraph/viewer/viewChoice';

/** What a user chooses for one panel, as it is saved in a dashboard. Fields that we do not know are kept as they are. */
export interface PanelOptions {
  /** Version of this shape, for migrations. Absent: not yet saved by a version that counts. */
  schemaVersion?: number;
  /** What is shown of a profile, until its user chooses otherwise; as the fields below. */
  view: ViewOption;
  /** Bottom-up: what was called is on top, its callers below it. */
  isInverted: boolean;
  root: 'top' | 'bottom';
  /** `auto`: by change for a comparison, else by package. */
  colours: 'auto' | ColourScheme;
  showLegend: boolean;
  /** Which part of names that are too long for their box is seen. */
  align: 'left' | 'right';
  filters: readonly StackFilter[];
  showTimeline: boolean;
  /** CSS pixels that the timeline takes where there is room for it. */
  timelineHeight: number;
  /** Whether series lie upon each other, as what they add up to. */
  stacking: boolean;
  /** How the sides of a comparison are compared: each by its share of its own total, or by values as they are. */
  diffBy: 'share' | 'value';
  /**
   * What its user sees of the panel, as `linkText` writes it, where whoever embeds the panel keeps that: the panel then
   * reports each change here, and follows what is put here. Absent on dashboards, whose options are for all who look.
   */
  link?: string;
}

/** 2: how the profile is drawn, and filters. 1: the view and the timeline alone. */
export const PANEL_OPTIONS_VERSION = 2;

export const defaultPanelOptions: PanelOptions = {
  view: 'auto',
  isInverted: false,
  root: 'top',
  colours: 'auto',
  showLegend: false,
  align: 'left',
  filters: [],
  showTimeline: true,
  timelineHeight: 160,
  stacking: false,
  diffBy: 'share',
};
