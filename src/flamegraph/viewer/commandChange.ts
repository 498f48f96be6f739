import { assertNever } from '../../base/assertNever';
import type { FunctionMatch, StackRule } from '../../profile/filters/stackFilter';
import type { ColourScheme, FlameGraphState, ProfileViewKind } from '../view/flameGraphState';
import { withFilter, withToggledRule } from './filterEdits';
import { changedRule, LEAST_CHANGE } from './filterWords';
import type { FunctionFacts } from './functionFacts';
import type { StateCommand } from './viewerCommands';

/** What a command works on. */
export interface CommandGround {
  readonly state: FlameGraphState;
  /** The function that is chosen, if any. */
  readonly chosen: FunctionFacts | undefined;
  readonly offeredViews: readonly ProfileViewKind[];
  readonly colours: ColourScheme;
  readonly offeredColours: readonly ColourScheme[];
  readonly isComparison: boolean;
}

/** What a command changes of the state; undefined where it changes nothing of it, or cannot be done. */
export function commandChange(command: StateCommand, ground: CommandGround): Partial<FlameGraphState> | undefined {
  const { state, chosen, offeredViews, colours, offeredColours, isComparison } = ground;
  const view = (wanted: ProfileViewKind) => (offeredViews.includes(wanted) ? { view: wanted } : undefined);
  const filter = (rule: (match: FunctionMatch) => StackRule) =>
    chosen && { filters: withFilter(state.filters, rule({ by: 'function', value: chosen.name })) };
  switch (command) {
    case 'view-flamegraph':
      return view('flamegraph');
    case 'view-table':
      return view('table');
    case 'view-both':
      return view('both');
    case 'view-tree':
      return view('tree');
    case 'view-sandwich':
      return view('sandwich');
    case 'sandwich':
      return chosen && view('sandwich');
    case 'bottom-up':
      // A focus is a path from the root, which is another one the other way round.
      return { isInverted: state.isInverted ? undefined : true, focus: undefined };
    case 'root-side':
      return { orientation: state.orientation === undefined ? 'root-bottom' : undefined };
    case 'label-side':
      return { align: state.align === undefined ? 'right' : undefined };
    case 'next-colours':
      return { colours: offeredColours[(offeredColours.indexOf(colours) + 1) % offeredColours.length] };
    case 'diff-by':
      return isComparison ? { diffBy: state.diffBy === undefined ? 'value' : undefined } : undefined;
    case 'whole-profile':
      return { focus: undefined };
    case 'only-with':
      return filter((match) => ({ kind: 'only-with', match }));
    case 'without':
      return filter((match) => ({ kind: 'without', match }));
    case 'hide-frame':
      return filter((match) => ({ kind: 'hide-frame', match }));
    case 'from':
      return filter((match) => ({ kind: 'from', match }));
    case 'up-to':
      return filter((match) => ({ kind: 'up-to', match }));
    case 'collapse-package':
      return chosen === undefined || chosen.package === ''
        ? undefined
        : filter(() => ({ kind: 'collapse-package', match: { by: 'package', value: chosen.package } }));
    case 'only-my-code':
      return { filters: withToggledRule(state.filters, { kind: 'only-my-code' }) };
    case 'only-changed':
      return isComparison
        ? { filters: withToggledRule(state.filters, changedRule(LEAST_CHANGE, state.diffBy)) }
        : undefined;
    default:
      return assertNever(command);
  }
}
