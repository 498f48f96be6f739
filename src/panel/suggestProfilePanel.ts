import { VisualizationSuggestionScore, type DataFrame } from '@grafana/data';
import { isProfileFrame } from '../frames/frameToCallTree';
import { PANEL_ID } from '../pluginIds';

const suggestion = { name: 'Pyrolens flame graph', score: VisualizationSuggestionScore.Best };

/** Where Grafana 12.2 collects suggestions: what we use of it. */
interface SuggestionsBuilder {
  readonly data?: { readonly series: DataFrame[] };
  getListAppender(defaults: { name: string; pluginId: string; options: object }): {
    append(overrides: typeof suggestion): void;
  };
}

/**
 * Suggests this panel for data that holds a profile. Grafana 13 calls a function with a summary of the data, 12.2 calls
 * a method of an object: this is both.
 */
export const suggestProfilePanel = Object.assign(
  ({ rawFrames }: { readonly rawFrames?: DataFrame[] }) => (rawFrames?.some(isProfileFrame) ? [suggestion] : []),
  {
    getSuggestionsForData(builder: SuggestionsBuilder) {
      if (builder.data?.series.some(isProfileFrame)) {
        builder.getListAppender({ name: suggestion.name, pluginId: PANEL_ID, options: {} }).append(suggestion);
      }
    },
  }
);
