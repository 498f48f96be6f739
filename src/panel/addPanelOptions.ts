import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';

const category = ['Timeline'];

/** The panel's own part of the editor's options pane. */
export function addPanelOptions(builder: PanelOptionsEditorBuilder<PanelOptions>) {
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
    });
}
