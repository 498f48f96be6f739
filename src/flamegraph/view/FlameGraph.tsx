import { css } from '@emotion/css';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStyles2 } from '@grafana/ui';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { nearestByPath, pathOf } from '../../profile/nodePath';
import { displayName } from '../layout/displayName';
import { NO_NODE } from '../layout/nodeAt';
import { layoutOf } from '../layout/layoutOf';
import { levelOf } from '../layout/treeLayout';
import { innermostAround, isInPicture, type Orientation } from '../layout/viewport';
import { type Step, walk } from '../layout/walk';
import { includesSorted } from '../layout/sortedColumn';
import { createCanvasRenderer } from '../render/canvasRenderer';
import type { CreateFlameRenderer } from '../render/renderer';
import { EmptyProfile } from './EmptyProfile';
import { FlameCanvas, type FlameCanvasHandle } from './FlameCanvas';
import type { FlameGraphState } from './flameGraphState';
import { FlameHeader, HEADER_HEIGHT } from './FlameHeader';
import { flameKeyHandler } from './flameKeys';
import { matchNumber, nextMatch } from './matchWalk';
import { NodeDescription } from './NodeDescription';
import { Notice, NOTICE_HEIGHT } from './Notice';
import { useCurrentNode } from './useCurrentNode';
import { useFlameGraphState } from './useFlameGraphState';
import { useFlameSearch } from './useFlameSearch';
import { useFocusHistory } from './useFocusHistory';
import { useStagePicture } from './useStagePicture';

export type { FlameGraphState } from './flameGraphState';

export interface FlameGraphProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** One sentence on the profile as a whole: "Average of 12 snapshots". */
  readonly notice?: string;
  /** What the root stands for, in the breadcrumb and to a screen reader. Absent: "Whole profile". */
  readonly wholeName?: string;
  /** What the user has chosen. Without it the graph keeps it for itself. */
  readonly state?: FlameGraphState;
  readonly onStateChange?: (state: FlameGraphState) => void;
  /** The owner's menu of a box: right click, menu key, Shift+F10, long press. `at` is in pixels of the window. */
  readonly onMenu?: (node: NodeIndex, at: { readonly x: number; readonly y: number }) => void;
  /** What a click or Enter on functions that the backend merged does; without it they are zoomed into as all others. */
  readonly onOpenTruncated?: (node: NodeIndex) => void;
  /** Whether breadcrumb and search stand above the graph; absent: they do. */
  readonly header?: 'full' | 'none';
  /** In place of the state's. */
  readonly orientation?: Orientation;
  /** What draws; tests give their own. Must not change from one rendering to the next. */
  readonly createRenderer?: CreateFlameRenderer;
}

/** CSS pixels: in a lower panel the notice is an icon. */
const ROOM_FOR_NOTICE = 200;

const WHOLE_PROFILE: readonly string[] = [];

/** A profile as a flame graph: to look at, zoom, move, search, and walk by keyboard. */
export function FlameGraph(props: FlameGraphProps) {
  const { tree, width, height, notice } = props;
  return tree.total[ROOT] !== 0 || (tree.right?.total[ROOT] ?? 0) !== 0 ? (
    <FlameGraphOfSamples {...props} />
  ) : (
    <EmptyProfile width={width} height={height} notice={notice} />
  );
}

function FlameGraphOfSamples(props: FlameGraphProps) {
  const { tree, width, height, format, notice, header = 'full', onMenu, onOpenTruncated } = props;
  const { createRenderer = createCanvasRenderer } = props;
  const hasHeader = header === 'full';
  const styles = useStyles2(getStyles);
  const id = useId();
  const [state, changeState] = useFlameGraphState(props.state, props.onStateChange);
  const history = useFocusHistory();
  const canvas = useRef<FlameCanvasHandle>(null);
  const toReveal = useRef<'focus' | 'current' | undefined>('focus');
  const [searchRequests, setSearchRequests] = useState(0);
  // The current node is outlined while it is walked to, not while the pointer is used.
  const [isWalking, setIsWalking] = useState(false);

  const layout = useMemo(() => layoutOf(tree), [tree]);
  const { focus = WHOLE_PROFILE, search = '', searchIsRegex = false, searchIn, diffBy } = state;
  const orientation = props.orientation ?? state.orientation ?? 'root-top';
  const nearest = useMemo(() => nearestByPath(tree, focus), [tree, focus]);
  const focusNode = layout.weight[nearest.node] > 0 ? nearest.node : ROOT;
  const [current, setCurrent] = useCurrentNode(tree, focusNode);
  const found = useFlameSearch(layout, state);

  const hasNoticeLine = hasHeader && notice !== undefined && height >= ROOM_FOR_NOTICE;
  const graphHeight = Math.max(0, height - (hasHeader ? HEADER_HEIGHT : 0) - (hasNoticeLine ? NOTICE_HEIGHT : 0));
  const outlined = isWalking ? current : NO_NODE;
  const picture = useStagePicture({
    layout,
    state,
    orientation,
    focus: focusNode,
    highlight: found?.highlight,
    outlined,
    width,
    height: graphHeight,
    format,
  });

  // What was just chosen, or came with the link, is scrolled to; a refresh leaves the reader where they are.
  useEffect(() => {
    if (toReveal.current !== undefined) {
      canvas.current?.reveal(toReveal.current === 'focus' ? focusNode : current);
      toReveal.current = undefined;
    }
  });

  const changeFocus = (path: readonly string[]) => {
    toReveal.current = 'focus';
    changeState({ focus: path.length === 0 ? undefined : path });
  };
  const focusOn = (node: NodeIndex) => {
    if (node === focusNode) {
      canvas.current?.reset();
    } else if (layout.weight[node] > 0) {
      history.left(pathOf(tree, focusNode));
      changeFocus(pathOf(tree, node));
    }
  };
  const goTo = (node: NodeIndex) => {
    toReveal.current = 'current';
    setCurrent(node);
    setIsWalking(true);
  };
  const stepToMatch = (direction: 1 | -1) => {
    if (found === undefined || found.totals.nodes === 0) {
      return;
    }
    const from = isWalking ? current : direction === 1 ? focusNode - 1 : focusNode;
    const match = nextMatch(tree, found.matches.flags, from, direction);
    focusOn(innermostAround(tree, focusNode, match));
    goTo(match);
  };
  const open = (node: NodeIndex) => {
    const isCut = tree.truncated !== undefined && includesSorted(tree.truncated, node);
    if (isCut && onOpenTruncated !== undefined) {
      onOpenTruncated(node);
    } else {
      focusOn(node);
    }
  };
  const walkTo = (step: Step) => {
    const next = walk(tree, layout.weight, current, step);
    goTo(isInPicture(tree, focusNode, next) ? next : current);
  };
  const onKeyDown = flameKeyHandler(orientation, canvas, {
    onStep: walkTo,
    onEnter: () => {
      open(current);
      goTo(current);
    },
    onHome: () => goTo(focusNode),
    onSearch: hasHeader ? () => setSearchRequests((count) => count + 1) : undefined,
    onBack: focusNode === ROOT ? undefined : () => changeFocus(history.back()),
    onMenu: onMenu && (() => onMenu(current, canvas.current?.menuPlace(current) ?? { x: 0, y: 0 })),
  });

  const flags = found?.matches.flags;
  const number = useMemo(() => matchNumber(tree, flags, outlined), [tree, flags, outlined]);
  const currentId = `${id}-${current}`;
  const missing = nearest.depth < focus.length ? displayName(focus[nearest.depth]) : undefined;
  return (
    <div className={styles.graph} style={{ width, height }}>
      {hasHeader && (
        <FlameHeader
          width={width}
          notice={hasNoticeLine ? undefined : notice}
          searchRequests={searchRequests}
          path={{ tree, focus: focusNode, missing, wholeName: props.wholeName, format, onFocus: focusOn }}
          search={{
            text: search,
            isRegex: searchIsRegex,
            searchIn,
            found,
            matchNumber: number,
            onChange: (text) => changeState({ search: text === '' ? undefined : text }),
            onRegexChange: (isRegex) => changeState({ searchIsRegex: isRegex ? true : undefined }),
            onSearchInChange: (where) => changeState({ searchIn: where }),
            onStep: stepToMatch,
            onLeave: () => canvas.current?.focus(),
          }}
        />
      )}
      {hasNoticeLine && <Notice text={notice} />}
      <FlameCanvas
        picture={picture}
        format={format}
        diffBy={diffBy}
        createRenderer={createRenderer}
        handle={canvas}
        label="Flame graph"
        activeDescendant={currentId}
        onKeyDown={onKeyDown}
        onClick={(node) => {
          setIsWalking(false);
          setCurrent(node);
          open(node);
        }}
        onMenu={onMenu}
      >
        <NodeDescription
          key={current}
          id={currentId}
          tree={tree}
          node={current}
          level={levelOf(layout, current)}
          focus={focusNode}
          format={format}
          diffBy={diffBy}
          wholeName={props.wholeName}
        />
      </FlameCanvas>
    </div>
  );
}

const getStyles = () => ({
  graph: css({ display: 'flex', flexDirection: 'column' }),
});
