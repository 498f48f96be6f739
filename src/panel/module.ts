import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { addPanelOptions } from './addPanelOptions';
import { FlameGraphPanel } from './FlameGraphPanel';
import { migratePanelOptions } from './migratePanelOptions';
import type { PanelOptions } from './panelOptions';
import { suggestProfilePanel } from './suggestProfilePanel';

export const plugin = new PanelPlugin<PanelOptions>(FlameGraphPanel)
  .setPanelOptions(addPanelOptions)
  .useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
        settings: { byValueSupport: false },
      },
    },
    disableStandardOptions: [
      FieldConfigProperty.Actions,
      FieldConfigProperty.FieldMinMax,
      FieldConfigProperty.Filterable,
      FieldConfigProperty.Mappings,
      FieldConfigProperty.Max,
      FieldConfigProperty.Min,
      FieldConfigProperty.NoValue,
      FieldConfigProperty.Thresholds,
    ],
  })
  // Without it, neither what happened meanwhile nor single profiles would come to the panel.
  .setDataSupport({ annotations: true, alertStates: false })
  .setMigrationHandler(({ options }) => migratePanelOptions(options))
  .setSuggestionsSupplier(suggestProfilePanel);
