import type { JSONSchemaType } from 'ajv';
import { VIEW_OPTIONS } from '../../src/flamegraph/viewer/viewChoice';
import { COLOUR_OPTIONS } from '../../src/panel/migratePanelOptions';
import { PANEL_OPTIONS_VERSION, type PanelOptions } from '../../src/panel/panelOptions';

/** All but the filters, whose shape depends on their kind: `migratePanelOptions` leaves out what is none. No dashboard holds links. */
type FlatOptions = Omit<PanelOptions, 'filters' | 'link'>;

const flatOptionsSchema: JSONSchemaType<Partial<FlatOptions>> = {
  type: 'object',
  properties: {
    schemaVersion: { type: 'integer', nullable: true, minimum: 1, maximum: PANEL_OPTIONS_VERSION },
    view: { type: 'string', nullable: true, enum: [...VIEW_OPTIONS] },
    isInverted: { type: 'boolean', nullable: true },
    root: { type: 'string', nullable: true, enum: ['top', 'bottom'] },
    colours: { type: 'string', nullable: true, enum: [...COLOUR_OPTIONS] },
    showLegend: { type: 'boolean', nullable: true },
    align: { type: 'string', nullable: true, enum: ['left', 'right'] },
    showTimeline: { type: 'boolean', nullable: true },
    timelineHeight: { type: 'number', nullable: true, exclusiveMinimum: 0 },
    stacking: { type: 'boolean', nullable: true },
    diffBy: { type: 'string', nullable: true, enum: ['share', 'value'] },
  },
};

/** Options of our panel as a dashboard holds them; what is absent becomes the default. Held against the type, too. */
export const savedPanelOptionsSchema = {
  ...flatOptionsSchema,
  additionalProperties: false,
  properties: { ...flatOptionsSchema.properties, filters: { type: 'array', items: { type: 'object' } } },
};
