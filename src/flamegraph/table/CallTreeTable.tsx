import { useEffect, useMemo, useRef, useState } from 'react';
import { useTheme2 } from '@grafana/ui';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { isCut } from '../../profile/cuts';
import { nearestByPath, pathOf } from '../../profile/nodePath';
import { SMALLEST_JOB_NODES } from '../../worker/smallestJob';
import { schemeOf } from '../layout/boxColours';
import type { FlameGraphState } from '../view/flameGraphState';
import { ELIDED, ELIDED_TO_OPEN, MORE_CALLERS } from './elided';
import { matchDirection, type MatchSteps, useMatchSteps } from './matchSteps';
import type { MenuAt } from './rowEvents';
import { RowGrid } from './RowGrid';
import { sortRows, type TableSort } from './sortRows';
import { withChange } from './stateChange';
import type { TableColumn } from './tableColumn';
import type { RowLook } from './TableRow';
import { indentOf, indentStep } from './tree/indentStep';
import type { SortSiblings } from './tree/openRows';
import { hitRow } from './tree/hitRow';
import { treeGridKey } from './tree/treeGridKey';
import { treeMatches } from './tree/treeMatches';
import { useOpenRows } from './tree/useOpenRows';
import { useSharedNode } from './tree/useSharedNode';
import { useFunctionLook } from './useFunctionLook';
import { useFunctionMatches } from './useFunctionMatches';
import { useOwnTask } from './useOwnTask';
import { useRowGrid } from './useRowGrid';
import { useTableColumns } from './useTableColumns';

export interface CallTreeTableProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** What the user has chosen in all views of the same tree. */
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  /** Asked for by a right click or the menu key, of the row's place. */
  readonly onMenu?: (node: NodeIndex, at: MenuAt) => void;
  /** Asks for what the backend merged into a node; absent: nobody can be asked. */
  readonly onOpenTruncated?: (node: NodeIndex) => void;
  /** Gets the way from match to match. */
  readonly matchSteps?: MatchSteps;
}

const HEAVIEST_FIRST: TableSort = { column: 'total', descending: true };
/** CSS pixels of the sign that opens a row. */
const TOGGLE_WIDTH = 20;

/** A profile's stacks as a table that is opened row by row, the hottest ones at first. */
export function CallTreeTable(props: CallTreeTableProps) {
  const { tree, width, height, format, state, onStateChange, onMenu } = props;
  const { diffBy, chosen, isInverted: isBottomUp } = state;
  const { fontSize } = useTheme2().typography;
  const [sort, onSort] = useState(HEAVIEST_FIRST);
  const { names } = tree.functions;
  const nameAt = (node: NodeIndex) => names[tree.func[node]];

  const options = { format, diffBy, firstBasis: 'total', isTree: true, isBottomUp, width, sort, onSort } as const;
  const { heading, column } = useTableColumns(tree, tree, options);
  const sortSiblings = useSiblingOrder(tree, column, sort.descending);
  const functionMatches = useFunctionMatches(tree.functions, state);
  const findMatches = useMemo(
    () => () => ({ tree, matches: functionMatches && treeMatches(tree, functionMatches.flags) }),
    [tree, functionMatches]
  );
  const found = useOwnTask(findMatches, functionMatches === undefined || tree.length < SMALLEST_JOB_NODES);
  // Those of another profile are about other nodes.
  const matches = found.value?.tree === tree ? found.value.matches : undefined;
  const { rows, change } = useOpenRows(tree, sortSiblings, matches);
  const places = useRowGrid(rows.count, height);

  /** The node that the keyboard is on, in the tree that it was chosen in. */
  const [current, setCurrent] = useState({ tree, node: ROOT });
  const currentNode = useMemo(
    () => (current.tree === tree ? current.node : nearestByPath(tree, pathOf(current.tree, current.node)).node),
    [current, tree]
  );
  const currentRow = Math.max(0, rows.rowOf(currentNode));
  const goTo = (node: NodeIndex) => setCurrent({ tree, node });

  useSharedNode(tree, state, { rows, change, currentNode, goTo, reveal: places.revealAmid });
  // A search shows its first hit; the keyboard stays where it is.
  const showHit = useRef(() => {});
  showHit.current = () => {
    const hit = matches && hitRow(rows, matches, 0, 1);
    if (hit !== undefined) {
      places.revealAmid(hit);
    }
  };
  useEffect(() => showHit.current(), [matches]);

  const choose = (row: number) => {
    const node = rows.nodeAt(row);
    goTo(node);
    if (isCut(tree, node)) {
      props.onOpenTruncated?.(node);
    } else if (node !== ROOT) {
      onStateChange(withChange(state, { chosen: nameAt(node) === chosen ? undefined : nameAt(node) }));
    }
  };
  const letGo = () => onStateChange(withChange(state, { chosen: undefined }));
  const keyRow = (key: string) => {
    let next: number | undefined;
    change(() => {
      const direction = matchDirection(key);
      next =
        direction === undefined || matches === undefined
          ? treeGridKey(key, rows, currentRow)
          : hitRow(rows, matches, currentRow, direction);
    });
    return next;
  };
  useMatchSteps(props.matchSteps, (direction) => {
    const next = keyRow(direction === 1 ? 'n' : 'N');
    if (next !== undefined) {
      goTo(rows.nodeAt(next));
      places.reveal(next);
    }
  });
  const openMenu = (row: number, at: MenuAt) => {
    const node = rows.nodeAt(row);
    if (onMenu === undefined || node === ROOT || isCut(tree, node)) {
      return false;
    }
    goTo(node);
    onMenu(node, at);
    return true;
  };

  const look = useFunctionLook(tree, `${fontSize}px`, schemeOf(tree, state.colours), diffBy);
  const cutWords = (node: NodeIndex) =>
    isBottomUp && tree.parent[node] !== ROOT ? MORE_CALLERS : props.onOpenTruncated ? ELIDED_TO_OPEN : ELIDED;
  const { nameWidth } = heading.fitted;
  const step = indentStep(rows.depth, nameWidth);
  const lookOf = (row: number): RowLook => {
    const node = rows.nodeAt(row);
    const indent = indentOf(rows.levelAt(row), step, nameWidth);
    const place = {
      index: node,
      found: matches && (matches.isHit(node) ? ('hit' as const) : ('miss' as const)),
      level: rows.levelAt(row),
      setSize: rows.setSizeAt(row),
      position: rows.positionAt(row),
      isOpen: rows.isOpenAt(row),
      indent,
      step,
    };
    return isCut(tree, node)
      ? { ...place, ...cutWords(node), isChosen: false }
      : {
          ...place,
          ...look.nameOf(tree.func[node], nameWidth - indent - TOGGLE_WIDTH),
          colour: look.colourOf(node),
          isChosen: node !== ROOT && nameAt(node) === chosen,
        };
  };

  const nodes = (tree.length - 1).toLocaleString();
  const nothing = matches?.hits === 0 ? 'No function matches the search' : undefined;
  return (
    <RowGrid
      role="treegrid"
      label="Call tree"
      {...{ width, height, heading, places, currentRow, lookOf }}
      count={matches === undefined ? nodes : `${matches.hits.toLocaleString()} of ${nodes}`}
      none={functionMatches?.problem ?? nothing}
      isBusy={found.isBusy}
      onGo={(row) => goTo(rows.nodeAt(row))}
      onChoose={choose}
      onLetGo={chosen === undefined ? undefined : letGo}
      onToggle={(row) => change(() => (rows.isOpenAt(row) === true ? rows.close(row) : rows.open(row)))}
      onKey={keyRow}
      onMenu={openMenu}
    />
  );
}

/** Siblings in the order of a column, or of their names where there is none. */
function useSiblingOrder(tree: CallTree, column: TableColumn | undefined, descending: boolean): SortSiblings {
  return useMemo(() => {
    const sign = descending ? -1 : 1;
    const { names } = tree.functions;
    const nameOf = (node: NodeIndex) => names[tree.func[node]];
    const byName = (a: NodeIndex, b: NodeIndex) =>
      nameOf(a) < nameOf(b) ? -sign : nameOf(a) > nameOf(b) ? sign : a - b;
    return (siblings) => (column === undefined ? siblings.sort(byName) : sortRows(siblings, column.keyOf, descending));
  }, [tree, column, descending]);
}
