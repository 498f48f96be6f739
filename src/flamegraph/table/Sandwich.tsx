import type { CallTree } from '../../profile/callTree';
import type { CreateFlameRenderer } from '../render/renderer';
import type { FlameGraphState } from '../view/flameGraphState';
import { DEFAULT_SORT } from './sortRows';
import { TopTable } from './TopTable';

export interface SandwichProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** `state.chosen` is the function in the middle. */
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  /** Asked for by a right click or the menu key. `at`: CSS pixels of the window. */
  readonly onMenu?: (functionName: string, at: { readonly x: number; readonly y: number }) => void;
  /** What draws; tests give their own. Must not change from one rendering to the next. */
  readonly createRenderer?: CreateFlameRenderer;
}

/** All that calls a function above it, all that it calls below. */
export function Sandwich(props: SandwichProps) {
  return <TopTable {...props} sort={DEFAULT_SORT} onSort={() => undefined} />;
}
