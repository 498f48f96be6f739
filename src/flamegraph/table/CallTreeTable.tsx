import { css } from '@emotion/css';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { nearestByPath, pathOf } from '../../profile/nodePath';
import { schemeOf } from '../layout/boxColours';
import { displayName } from '../layout/displayName';
import { fitLabel } from '../layout/fitLabel';
import { includesSorted } from '../layout/sortedColumn';
import type { FlameGraphState } from '../view/flameGraphState';
import { BasisChoice } from './BasisChoice';
import { ELIDED } from './elided';
import { isToggle, menuRow, rowOfEvent, type OpenMenu } from './rowEvents';
import { rowMove } from './rowMove';
import { HEADER_ROW_HEIGHT, ROW_HEIGHT } from './rowWindow';
import { sortOnBasis, sortRows, type Basis, type TableSort } from './sortRows';
import { withChange } from './stateChange';
import { sortedColumn, tableColumns } from './tableColumns';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import { indentOf, indentStep } from './tree/indentStep';
import { hitRow, treeGridKey } from './tree/treeGridKey';
import { treeMatches } from './tree/treeMatches';
import { useOpenRows } from './tree/useOpenRows';
import { useSharedNode } from './tree/useSharedNode';
import { useFunctionLook } from './useFunctionLook';
import { useFunctionMatches } from './useFunctionMatches';
import { useRowScroll } from './useRowScroll';

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
  /** Asked for by a right click or the menu key. */
  readonly onMenu?: OpenMenu;
}

const HEAVIEST_FIRST: TableSort = { column: 'total', descending: true };
/** CSS pixels of the sign that opens a row. */
const TOGGLE_WIDTH = 20;

/** A profile's stacks as a table that is opened row by row, the hottest ones at first. */
export function CallTreeTable(props: CallTreeTableProps) {
  const { tree, width, height, format, state, onStateChange, onMenu } = props;
  const { diffBy, chosen } = state;
  const styles = useStyles2(getStyles);
  const { fontSize } = useTheme2().typography;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState(HEAVIEST_FIRST);
  const [basis, setBasis] = useState<Basis>('total');
  const { names } = tree.functions;

  const fitted = useMemo(() => {
    const order = basis === 'self' ? (['self', 'total'] as const) : (['total', 'self'] as const);
    return tableColumns(tree, tree, { format, diffBy, order, isTree: true }, width);
  }, [tree, format, diffBy, basis, width]);
  const sortColumn = sort.column === 'name' ? undefined : sortedColumn(fitted.columns, sort.column);
  const sortSiblings = useMemo(() => {
    const sign = sort.descending ? -1 : 1;
    const nameOf = (node: NodeIndex) => names[tree.func[node]];
    const byName = (a: NodeIndex, b: NodeIndex) =>
      nameOf(a) < nameOf(b) ? -sign : nameOf(a) > nameOf(b) ? sign : a - b;
    return (siblings: Uint32Array) =>
      sortColumn === undefined ? siblings.sort(byName) : sortRows(siblings, sortColumn.keyOf, sort.descending);
  }, [tree, names, sortColumn, sort.descending]);
  const functionMatches = useFunctionMatches(tree.functions, state);
  const matches = useMemo(
    () => (functionMatches === undefined ? undefined : treeMatches(tree, functionMatches.flags)),
    [tree, functionMatches]
  );
  const { rows, change } = useOpenRows(tree, sortSiblings, matches);

  const bodyHeight = Math.max(0, height - HEADER_ROW_HEIGHT);
  const { window, onScroll, reveal, revealAmid } = useRowScroll(grid, rows.count, bodyHeight);
  /** The node that the keyboard is on, in the tree that it was chosen in. */
  const [current, setCurrent] = useState({ tree, node: ROOT });
  const currentNode = useMemo(
    () => (current.tree === tree ? current.node : nearestByPath(tree, pathOf(current.tree, current.node)).node),
    [current, tree]
  );
  const currentRow = Math.max(0, rows.rowOf(currentNode));
  const goTo = (node: NodeIndex) => setCurrent({ tree, node });

  useSharedNode(tree, state, { rows, change, currentNode, goTo, reveal: revealAmid });
  // A search shows its first hit; the keyboard stays where it is.
  const showHit = useRef(() => {});
  showHit.current = () => {
    const hit = hitRow('n', rows, 0, matches);
    if (hit !== undefined) {
      revealAmid(hit);
    }
  };
  useEffect(() => showHit.current(), [matches]);

  const isCut = (node: NodeIndex) => tree.truncated !== undefined && includesSorted(tree.truncated, node);
  const nameAt = (node: NodeIndex) => names[tree.func[node]];
  const choose = (node: NodeIndex) => {
    goTo(node);
    if (node !== ROOT && !isCut(node)) {
      onStateChange(withChange(state, { chosen: nameAt(node) === chosen ? undefined : nameAt(node) }));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) {
      return;
    }
    let next =
      rowMove(event.key, currentRow, rows.count, Math.floor(bodyHeight / ROW_HEIGHT)) ??
      hitRow(event.key, rows, currentRow, matches);
    if (next === undefined) {
      change(() => {
        next = treeGridKey(event.key, rows, currentRow);
      });
    }
    if (next !== undefined) {
      goTo(rows.nodeAt(next));
      reveal(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      choose(currentNode);
    } else if (event.key === 'Escape' && chosen !== undefined) {
      onStateChange(withChange(state, { chosen: undefined }));
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  };
  const toggle = (row: number) => change(() => (rows.isOpenAt(row) === true ? rows.close(row) : rows.open(row)));
  const onClick = (event: MouseEvent) => {
    const row = rowOfEvent(event);
    if (row === undefined) {
      return;
    }
    if (isToggle(event)) {
      goTo(rows.nodeAt(row));
      toggle(row);
    } else if (event.detail <= 1) {
      // The second click of a double one would let go of what the first has chosen.
      choose(rows.nodeAt(row));
    }
  };
  const onDoubleClick = (event: MouseEvent) => {
    const row = rowOfEvent(event);
    if (row !== undefined && !isToggle(event)) {
      toggle(row);
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    const at = menuRow(event, rowId(currentRow));
    const node = at === undefined ? ROOT : rows.nodeAt(at.row ?? currentRow);
    if (onMenu !== undefined && at !== undefined && node !== ROOT && !isCut(node)) {
      event.preventDefault();
      goTo(node);
      onMenu(nameAt(node), at);
    }
  };

  const look = useFunctionLook(tree, `${fontSize}px`, schemeOf(tree, state.colours), diffBy);
  const rowId = (row: number) => `${id}-${row}`;
  const step = indentStep(rows.depth, fitted.nameWidth);
  const isCurrentDrawn = currentRow >= window.first && currentRow < window.end;
  const nodes = (tree.length - 1).toLocaleString();
  const drawn = Array.from({ length: Math.max(0, window.end - window.first) }, (_, at) => window.first + at);
  return (
    <div
      ref={grid}
      role="treegrid"
      aria-label="Call tree"
      aria-rowcount={rows.count + 1}
      aria-activedescendant={isCurrentDrawn ? rowId(currentRow) : undefined}
      tabIndex={0}
      className={styles.table}
      style={{ width, height }}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onContextMenu={onContextMenu}
    >
      <TableHeader
        fitted={fitted}
        count={matches === undefined ? nodes : `${matches.hits.toLocaleString()} of ${nodes}`}
        sort={{ ...sort, column: sortColumn?.sort ?? 'name' }}
        onSort={setSort}
      >
        {tree.right !== undefined && !fitted.hasBoth && (
          <BasisChoice
            basis={basis}
            onChange={(next) => {
              setBasis(next);
              setSort(sortOnBasis({ ...sort, column: sortColumn?.sort ?? 'name' }, next));
            }}
          />
        )}
      </TableHeader>
      {functionMatches?.problem !== undefined || matches?.hits === 0 ? (
        <div className={styles.none} role="status">
          {functionMatches?.problem ?? 'No function matches the search'}
        </div>
      ) : (
        <div role="rowgroup" className={styles.body} style={{ height: rows.count * ROW_HEIGHT }}>
          <div role="presentation" className={styles.rows} style={{ top: window.first * ROW_HEIGHT }}>
            {drawn.map((row) => {
              const node = rows.nodeAt(row);
              const cut = isCut(node);
              const indent = indentOf(rows.levelAt(row), step, fitted.nameWidth);
              const room = fitted.nameWidth - indent - TOGGLE_WIDTH;
              const name = displayName(nameAt(node));
              return (
                <TableRow
                  key={node}
                  id={rowId(row)}
                  row={row}
                  index={node}
                  columns={fitted.columns}
                  template={fitted.template}
                  label={cut ? ELIDED.label : fitLabel(look.formsOf(tree.func[node]), room, look.measure) || name}
                  title={cut ? ELIDED.title : name}
                  colour={cut ? undefined : look.colourOf(node)}
                  isCurrent={row === currentRow}
                  isChosen={!cut && node !== ROOT && nameAt(node) === chosen}
                  found={matches === undefined ? undefined : matches.isHit(node) ? 'hit' : 'miss'}
                  level={rows.levelAt(row)}
                  setSize={rows.setSizeAt(row)}
                  position={rows.positionAt(row)}
                  isOpen={rows.isOpenAt(row)}
                  indent={indent}
                  step={step}
                />
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    position: 'relative',
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    fontSize: theme.typography.fontSize,
    outline: 'none',
  }),
  body: css({ position: 'relative' }),
  rows: css({ position: 'absolute', left: 0, right: 0 }),
  none: css({ padding: theme.spacing(3, 1), color: theme.colors.text.secondary, textAlign: 'center' }),
});
