import type { FlameGraphState } from '../flamegraph/view/flameGraphState';
import type { PanelOptions } from './panelOptions';

/** The lasting choices among a viewer's state. */
const LASTING = ['view', 'isInverted', 'orientation', 'colours', 'align', 'diffBy', 'filters'] as const;

type LastingChoices = Pick<FlameGraphState, (typeof LASTING)[number]>;

/** What a viewer begins with in a panel with these options. */
export function stateOfOptions(options: PanelOptions): LastingChoices {
  return present({
    view: options.view === 'auto' ? undefined : options.view,
    isInverted: options.isInverted ? true : undefined,
    orientation: options.root === 'bottom' ? 'root-bottom' : undefined,
    colours: options.colours === 'auto' ? undefined : options.colours,
    align: options.align === 'right' ? 'right' : undefined,
    diffBy: options.diffBy === 'value' ? 'value' : undefined,
    filters: options.filters.length === 0 ? undefined : options.filters,
  });
}

/** Options with the lasting choices of a viewer in them. */
export function optionsOfState(options: PanelOptions, state: FlameGraphState): PanelOptions {
  return {
    ...options,
    view: state.view ?? 'auto',
    isInverted: state.isInverted ?? false,
    root: state.orientation === 'root-bottom' ? 'bottom' : 'top',
    colours: state.colours ?? 'auto',
    align: state.align ?? 'left',
    diffBy: state.diffBy ?? 'share',
    filters: state.filters ?? [],
  };
}

/** A viewer's state after its panel's options were changed: a changed option wins, whatever else was chosen stays. */
export function adoptOptions(state: FlameGraphState, before: LastingChoices, after: LastingChoices): FlameGraphState {
  const isChanged = (key: keyof LastingChoices) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const changes = LASTING.filter(isChanged).map((key) => [key, after[key]] as const);
  return present({ ...state, ...Object.fromEntries(changes) });
}

/** Without the fields that are undefined. */
function present<T extends object>(state: T): T {
  const entries: ReadonlyArray<readonly [string, unknown]> = Object.entries(state);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T;
}
