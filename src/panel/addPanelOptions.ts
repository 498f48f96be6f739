import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { FiltersEditor } from './FiltersEditor';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';

/** The panel's own part of the editor's options pane, in its order. */
export function addPanelOptions(builder: PanelOptionsEditorBuilder<PanelOptions>) {
  addView(builder);
  addColours(builder);
  addLabels(builder);
  addFilters(builder);
  addTimeline(builder);
  addComparison(builder);
}

type Builder = PanelOptionsEditorBuilder<PanelOptions>;

function addView(builder: Builder) {
  const category = ['View'];
  builder
    .addSelect({
      path: 'view',
      name: 'Show',
      description:
        'Auto shows flame graph and table in a wide panel, else the flame graph. Who looks at the panel can change it there.',
      category,
      defaultValue: defaultPanelOptions.view,
      settings: {
        options: [
          { value: 'auto', label: 'Auto' },
          { value: 'flamegraph', label: 'Flame graph' },
          { value: 'both', label: 'Both' },
          { value: 'table', label: 'Table' },
          { value: 'tree', label: 'Call tree' },
          { value: 'sandwich', label: 'Sandwich', description: 'Callers and callees of a chosen function' },
        ],
      },
    })
    .addRadio({
      path: 'root',
      name: 'Root',
      description: 'Whether stacks grow downwards from the top, or upwards as flames do.',
      category,
      defaultValue: defaultPanelOptions.root,
      settings: {
        options: [
          { value: 'top', label: 'Top' },
          { value: 'bottom', label: 'Bottom' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'isInverted',
      name: 'Bottom-up',
      description: 'Functions by what is spent in themselves, with their callers below them.',
      category,
      defaultValue: defaultPanelOptions.isInverted,
    });
}

function addColours(builder: Builder) {
  const category = ['Colors'];
  builder
    .addSelect({
      path: 'colours',
      name: 'Color boxes',
      description: 'Auto colors a comparison by its change and anything else by package.',
      category,
      defaultValue: defaultPanelOptions.colours,
      settings: {
        options: [
          { value: 'auto', label: 'Auto' },
          { value: 'package', label: 'By package' },
          { value: 'function', label: 'By function' },
          { value: 'file', label: 'By file' },
          { value: 'value', label: 'By value' },
          { value: 'label', label: 'By group', description: 'Where the query splits the profile by a label' },
          { value: 'diff', label: 'By change', description: 'Of a comparison' },
        ],
      },
    })
    .addBooleanSwitch({
      path: 'showLegend',
      name: 'Legend',
      description: 'What the colors mean. A click on one filters by it.',
      category,
      defaultValue: defaultPanelOptions.showLegend,
    });
}

function addLabels(builder: Builder) {
  builder.addRadio({
    path: 'align',
    name: 'Names that are too long',
    description: 'Which end of a name is seen where its box has no room for all of it.',
    category: ['Labels'],
    defaultValue: defaultPanelOptions.align,
    settings: {
      options: [
        { value: 'left', label: 'Beginning' },
        { value: 'right', label: 'End' },
      ],
    },
  });
}

function addFilters(builder: Builder) {
  builder.addCustomEditor({
    id: 'filters',
    path: 'filters',
    name: 'Filters',
    description: 'What is left out of the profile, in this order.',
    category: ['Filters'],
    defaultValue: defaultPanelOptions.filters,
    editor: FiltersEditor,
  });
}

function addTimeline(builder: Builder) {
  const category = ['Timeline'];
  builder
    .addBooleanSwitch({
      path: 'showTimeline',
      name: 'Show timeline',
      description: 'The time series of the same query above the flame graph: drag over it to see a part of the time.',
      category,
      defaultValue: defaultPanelOptions.showTimeline,
    })
    .addSliderInput({
      path: 'timelineHeight',
      name: 'Height',
      description: 'In pixels. A low panel gives the timeline less.',
      category,
      defaultValue: defaultPanelOptions.timelineHeight,
      settings: { min: 60, max: 400, step: 10 },
      showIf: ({ showTimeline }) => showTimeline,
    })
    .addBooleanSwitch({
      path: 'stacking',
      name: 'Stack series',
      description: 'Series lie upon each other, as what they add up to.',
      category,
      defaultValue: defaultPanelOptions.stacking,
      showIf: ({ showTimeline }) => showTimeline,
    });
}

function addComparison(builder: Builder) {
  builder.addRadio({
    path: 'diffBy',
    name: 'Compare',
    description: 'Each side by its share of its own total, or both by their values as they are.',
    category: ['Comparison'],
    defaultValue: defaultPanelOptions.diffBy,
    settings: {
      options: [
        { value: 'share', label: 'Shares' },
        { value: 'value', label: 'Values' },
      ],
    },
  });
}
