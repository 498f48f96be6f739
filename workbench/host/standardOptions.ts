import {
  displayNameOverrideProcessor,
  FieldConfigProperty,
  type FieldConfigPropertyItem,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  type StandardEditorsRegistryItem,
  stringOverrideProcessor,
  unitOverrideProcessor,
} from '@grafana/data';

type Item = Pick<FieldConfigPropertyItem, 'id' | 'name' | 'process'> & { numbersOnly?: boolean };

const items: readonly Item[] = [
  { id: FieldConfigProperty.Unit, name: 'Unit', process: unitOverrideProcessor, numbersOnly: true },
  { id: FieldConfigProperty.Min, name: 'Min', process: numberOverrideProcessor, numbersOnly: true },
  { id: FieldConfigProperty.Max, name: 'Max', process: numberOverrideProcessor, numbersOnly: true },
  { id: FieldConfigProperty.Decimals, name: 'Decimals', process: numberOverrideProcessor, numbersOnly: true },
  { id: FieldConfigProperty.DisplayName, name: 'Display name', process: displayNameOverrideProcessor },
  { id: FieldConfigProperty.NoValue, name: 'No value', process: stringOverrideProcessor },
  { id: FieldConfigProperty.Color, name: 'Color scheme', process: identityOverrideProcessor },
  { id: FieldConfigProperty.Links, name: 'Data links', process: identityOverrideProcessor },
  { id: FieldConfigProperty.Mappings, name: 'Value mappings', process: identityOverrideProcessor },
  { id: FieldConfigProperty.Thresholds, name: 'Thresholds', process: identityOverrideProcessor },
];

/** Kinds of panel options, by the names under which the builder of options looks them up. */
const editorIds = [
  'boolean',
  'color',
  'field-name',
  'links',
  'mappings',
  'multi-select',
  'number',
  'radio',
  'select',
  'slider',
  'stats-picker',
  'strings',
  'text',
  'thresholds',
  'timezone',
  'unit',
];

/** Grafana's core gives panels editors for their options. Here the options have their defaults and no editors. */
export function standardEditors(): StandardEditorsRegistryItem[] {
  return editorIds.map((id) => ({ id, name: id, editor: NoEditor }));
}

/** Grafana's core gives panels their standard field options. Here they have their effect, but no editors. */
export function standardFieldOptions(): FieldConfigPropertyItem[] {
  return items.map(({ id, name, process, numbersOnly }) => ({
    id,
    path: id,
    name,
    editor: NoEditor,
    override: NoEditor,
    process,
    shouldApply: (field) => !numbersOnly || field.type === FieldType.number,
    getItemsCount: () => 0,
  }));
}

function NoEditor() {
  return null;
}
