import { css } from '@emotion/css';
import { useId, useMemo, useRef, useState } from 'react';
import { useStyles2 } from '@grafana/ui';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { isCut } from '../../profile/cuts';
import { NO_NODE } from '../layout/nodeAt';
import { layoutOf } from '../layout/layoutOf';
import { levelOf } from '../layout/treeLayout';
import { innermostAround, type Orientation } from '../layout/viewport';
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
import { useFlameGraphState } from './useFlameGraphState';
import { useFlameNavigation } from './useFlameNavigation';
import { useFlameSearch } from './useFlameSearch';
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
  /**
   * Whether breadcrumb and search stand above the graph; absent: they do. `over`: they lie over its upper edge, and only
   * while something is searched for.
   */
  readonly header?: 'full' | 'over' | 'none';
  /** In place of the state's. */
  readonly orientation?: Orientation;
  /** Whether callers stand below their callees in the tree. Absent: as the state says. */
  readonly isBottomUp?: boolean;
  /** Leaves out the root's row, for an owner that shows what it says. */
  readonly isRootHidden?: boolean;
  /** Told where the keyboard leads; nothing once the pointer has chosen a box. */
  readonly onWalk?: (node: NodeIndex | undefined) => void;
  /** What draws; tests give their own. Must not change from one rendering to the next. */
  readonly createRenderer?: CreateFlameRenderer;
}

/** CSS pixels: in a lower panel the notice is an icon. */
const ROOM_FOR_NOTICE = 200;

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
  const { createRenderer = createCanvasRenderer, isRootHidden = false, onWalk } = props;
  const hasHeader = header === 'full';
  const [isSearchAsked, setIsSearchAsked] = useState(false);
  const styles = useStyles2(getStyles);
  const id = useId();
  const [state, changeState] = useFlameGraphState(props.state, props.onStateChange);
  const canvas = useRef<FlameCanvasHandle>(null);
  const [searchRequests, setSearchRequests] = useState(0);

  const layout = useMemo(() => layoutOf(tree), [tree]);
  const { search = '', searchIsRegex = false, searchIn, diffBy } = state;
  const orientation = props.orientation ?? state.orientation ?? 'root-top';
  const isBottomUp = props.isBottomUp ?? state.isInverted ?? false;
  const navigation = useFlameNavigation(layout, state, changeState, canvas, { isRootHidden, onWalk });
  const { focus, current, outlined } = navigation;
  const found = useFlameSearch(layout, state);

  const hasNoticeLine = hasHeader && notice !== undefined && height >= ROOM_FOR_NOTICE;
  const graphHeight = Math.max(0, height - (hasHeader ? HEADER_HEIGHT : 0) - (hasNoticeLine ? NOTICE_HEIGHT : 0));
  const picture = useStagePicture({
    layout,
    state,
    orientation,
    isBottomUp,
    topLevel: isRootHidden ? 1 : 0,
    focus,
    highlight: found?.highlight,
    outlined,
    width,
    height: graphHeight,
    format,
  });

  const open = (node: NodeIndex) => {
    if (isCut(tree, node) && onOpenTruncated !== undefined) {
      onOpenTruncated(node);
    } else {
      navigation.focusOn(node);
    }
  };
  const stepToMatch = (direction: 1 | -1) => {
    if (found === undefined || found.totals.nodes === 0) {
      return;
    }
    const from = outlined !== NO_NODE ? current : direction === 1 ? focus - 1 : focus;
    const match = nextMatch(tree, found.matches.flags, from, direction);
    navigation.focusOn(innermostAround(tree, focus, match));
    navigation.goTo(match);
  };
  const askForSearch = () => {
    setIsSearchAsked(true);
    setSearchRequests((count) => count + 1);
  };
  const onKeyDown = flameKeyHandler(orientation, canvas, {
    onStep: (step) => navigation.walk(step),
    onEnter: () => {
      open(current);
      navigation.goTo(current);
    },
    onHome: () => navigation.goTo(focus),
    onSearch: header === 'none' ? undefined : askForSearch,
    onMatch: found === undefined ? undefined : stepToMatch,
    onBack: navigation.back,
    onMenu: onMenu && (() => onMenu(current, canvas.current?.menuPlace(current) ?? { x: 0, y: 0 })),
  });

  const reading = { focus, format, diffBy, isBottomUp };
  const flags = found?.matches.flags;
  const number = useMemo(() => matchNumber(tree, flags, outlined), [tree, flags, outlined]);
  const isHeaderOver = header === 'over' && (isSearchAsked || search !== '');
  const currentId = `${id}-${current}`;
  return (
    <div className={styles.graph} style={{ width, height }}>
      {(hasHeader || isHeaderOver) && (
        <FlameHeader
          isOver={isHeaderOver}
          width={width}
          notice={hasNoticeLine ? undefined : notice}
          searchRequests={searchRequests}
          path={{
            tree,
            focus,
            missing: navigation.missing,
            wholeName: props.wholeName,
            format,
            onFocus: (node) => navigation.focusOn(node),
          }}
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
            onLeave: () => {
              setIsSearchAsked(false);
              canvas.current?.focus();
            },
          }}
        />
      )}
      {hasNoticeLine && <Notice text={notice} />}
      <FlameCanvas
        picture={picture}
        reading={reading}
        createRenderer={createRenderer}
        handle={canvas}
        label="Flame graph"
        activeDescendant={currentId}
        onKeyDown={onKeyDown}
        onClick={(node) => {
          navigation.point(node);
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
          reading={reading}
          wholeName={props.wholeName}
        />
      </FlameCanvas>
    </div>
  );
}

const getStyles = () => ({
  graph: css({ position: 'relative', display: 'flex', flexDirection: 'column' }),
});
