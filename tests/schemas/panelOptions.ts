import type { JSONSchemaType } from 'ajv';
import { VIEW_OPTIONS as PICTURES_OPTIONS } from '../../src/flamegraph/viewer/viewChoice';
import { PANEL_OPTIONS_VERSION, type PanelOptions } from '../../src/panel/panelOptions';

/** Options of our panel as a dashboard holds them; what is absent becomes the default. Held against the type, too. */
export const savedPanelOptionsSchema: JSONSchemaType<Partial<PanelOptions>> = {
  type: 'object',
  additionalProperties: false,
  properties: {
    schemaVersion: { type: 'integer', nullable: true, minimum: 1, maximum: PANEL_OPTIONS_VERSION },
    showTimeline: { type: 'boolean', nullable: true },
    timelineHeight: { type: 'number', nullable: true, exclusiveMinimum: 0 },
    view: { type: 'string', nullable: true, enum: [...PICTURES_OPTIONS] },
  },
};
