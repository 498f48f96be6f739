import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';

const category = ['Timeline'];
const profile = ['Profile'];

/** The panel's own part of the editor's options pane. */
export function addPanelOptions(builder: PanelOptionsEditorBuilder<PanelOptions>) {
  builder
    .addRadio({
      path: 'view',
      name: 'Show',
      description: 'Auto shows both in a wide panel, else the flame graph. Who looks at the panel can change it there.',
      category: profile,
      defaultValue: defaultPanelOptions.view,
      settings: {
        options: [
          { value: 'auto', label: 'Auto' },
          { value: 'flamegraph', label: 'Flame graph' },
          { value: 'both', label: 'Both' },
          { value: 'table', label: 'Table' },
        ],
      },
    })
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
    });
}
