import type { CallTree } from '../../profile/callTree';
import type { FlameGraphState } from '../view/flameGraphState';
import { DEFAULT_SORT } from './sortRows';
import { TopTable } from './TopTable';

export interface CallTreeTableProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  /** Asked for by a right click or the menu key. `at`: CSS pixels of the window. */
  readonly onMenu?: (functionName: string, at: { readonly x: number; readonly y: number }) => void;
}

/** A profile's stacks as a table that is opened row by row. */
export function CallTreeTable(props: CallTreeTableProps) {
  return <TopTable {...props} sort={DEFAULT_SORT} onSort={() => undefined} />;
}
