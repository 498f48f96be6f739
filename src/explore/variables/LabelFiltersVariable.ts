import type { SelectableValue } from '@grafana/data';
import { AdHocFiltersVariable } from '@grafana/scenes';
import { variableNames } from '../urlState';
import { chosenDataSource } from './chosenDataSource';
import { labelKeys, labelValues } from './labelOptions';

/** What Scenes offers and the backend's selectors cannot say: labels have no order. */
const unsupportedOperators = new Set(['<', '<=', '>', '>=']);

/** Filters by label. The data source adds them to the selector of every query of the page that is its own. */
export class LabelFiltersVariable extends AdHocFiltersVariable {
  constructor() {
    super({
      name: variableNames.filters,
      label: 'Labels',
      datasource: chosenDataSource,
      applyMode: 'auto',
      layout: 'combobox',
      inputPlaceholder: 'Filter by label',
      supportsMultiValueOperators: true,
      getTagKeysProvider: (_, currentKey) => labelKeys(this, currentKey),
      getTagValuesProvider: (_, filter) => labelValues(this, filter.key),
    });
  }

  override _getOperators(): Array<SelectableValue<string>> {
    return super._getOperators().filter(({ value }) => value !== undefined && !unsupportedOperators.has(value));
  }
}
