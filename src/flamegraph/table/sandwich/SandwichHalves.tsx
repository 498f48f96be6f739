import { css, cx } from '@emotion/css';
import { type ReactNode, useMemo, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { LoadingBar, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { CallTree, FunctionIndex } from '../../../profile/callTree';
import { SMALLEST_JOB_NODES } from '../../../worker/smallestJob';
import type { CreateFlameRenderer } from '../../render/renderer';
import { FlameGraph } from '../../view/FlameGraph';
import type { FlameGraphState } from '../../view/flameGraphState';
import { ROW_HEIGHT } from '../../view/flameStage';
import type { OpenMenu } from '../rowEvents';
import { withChange } from '../stateChange';
import { useCallerBound } from '../useCallerBound';
import { walkedFunction } from '../walkedFunction';
import { useOwnTask } from '../useOwnTask';
import { FUNCTION_BAR_HEIGHT, FunctionBar } from './FunctionBar';
import { callersHeight, type SandwichHalf } from './sandwichTrees';
import { SPLIT_HANDLE_HEIGHT, SplitHandle } from './SplitHandle';
import { useSandwichTrees } from './useSandwichTrees';

interface SandwichHalvesProps {
  readonly tree: CallTree;
  readonly func: FunctionIndex;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly format: (value: number) => string;
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  readonly onMenu?: OpenMenu;
  /** Asks for what the backend cut; absent: nobody can be asked. */
  readonly onOpenTruncated?: () => void;
  /** Told the function that the keyboard walks to; undefined: it does no longer. */
  readonly onWalk?: (functionName: string | undefined) => void;
  /** Whether another function can be chosen beside this; the bar offers it otherwise. */
  readonly hasChoice: boolean;
  readonly createRenderer?: CreateFlameRenderer;
}

/** CSS pixels of what stands before a half and names it. */
const GUTTER = 20;
/** CSS pixels: a lower half has no room for its name. */
const ROOM_FOR_LABEL = 60;
/** CSS pixels that a flame graph may need besides its rows. */
const EDGE = 2;
/** CSS pixels: room for a tooltip's box and a scroll bar. */
const LEAST_PICTURE = 40;

/** A function's callers, itself, and its callees. */
export function SandwichHalves(props: SandwichHalvesProps) {
  const { tree, func, width, height, format, state, onStateChange, onMenu, hasChoice, createRenderer } = props;
  const styles = useStyles2(getStyles);
  const name = tree.functions.names[func];
  const [callerBound, lookFurther] = useCallerBound();
  const { trees, isPending, failed } = useSandwichTrees(tree, func, callerBound);
  // Two flame graphs of a large profile are drawn in a task each; the callees of before are those of the same function.
  const findCallees = useMemo(() => () => ({ name, half: trees?.callees }), [name, trees]);
  const { value: found } = useOwnTask(findCallees, trees === undefined || tree.length < SMALLEST_JOB_NODES);
  const callees = found?.name === name ? found.half : undefined;
  /** CSS pixels of the callers while the edge is dragged: what is chosen is where it is let go of. */
  const [dragged, setDragged] = useState<number>();
  const room = Math.max(0, height - FUNCTION_BAR_HEIGHT - SPLIT_HANDLE_HEIGHT);
  const needed = ({ rows }: SandwichHalf) => rows * ROW_HEIGHT + EDGE;
  const split = dragged === undefined ? state.sandwichSplit : dragged / Math.max(1, room);
  const above = trees === undefined ? 0 : callersHeight(needed(trees.callers), needed(trees.callees), room, split);
  const choose = (chosen: string | undefined) => onStateChange(withChange(state, { chosen }));
  const moveEdge = (callers: number | undefined) =>
    onStateChange(withChange(state, { sandwichSplit: callers && Math.round((callers / room) * 1000) / 1000 }));
  const half = (
    shown: SandwichHalf,
    orientation: 'root-top' | 'root-bottom',
    halfHeight: number,
    onOpenTruncated: (() => void) | undefined
  ) => (
    <Half
      // Where one has zoomed to is of no use around another function.
      key={name}
      // What is lower than its half stands at the function, between the two.
      height={Math.min(halfHeight, Math.max(needed(shown), LEAST_PICTURE))}
      {...{ name, half: shown, orientation, width: width - GUTTER, format, state, onMenu }}
      onChoose={choose}
      onOpenTruncated={onOpenTruncated}
      onWalk={props.onWalk}
      createRenderer={createRenderer}
    />
  );
  return (
    <div style={{ position: 'relative', width, height }} aria-busy={isPending}>
      {trees && isPending && (
        <div className={styles.progress}>
          <LoadingBar width={width} />
        </div>
      )}
      {trees && (
        <Labelled label="Callers" height={above} isAtBottom>
          {half(trees.callers, 'root-bottom', above, lookFurther)}
        </Labelled>
      )}
      <FunctionBar
        {...{ tree, name, width, format, onMenu }}
        diffBy={state.diffBy}
        onClear={hasChoice ? undefined : () => choose(undefined)}
      />
      {trees && (
        <SplitHandle label="Height of the callers" onDrag={setDragged} onMove={moveEdge} {...{ above, room }} />
      )}
      {trees ? (
        <Labelled label="Callees" height={room - above}>
          {callees && half(callees, 'root-top', room - above, props.onOpenTruncated)}
        </Labelled>
      ) : failed ? (
        <p role="alert">{failed.sentence}</p>
      ) : (
        <LoadingPlaceholder text="Merging all of its places…" />
      )}
    </div>
  );
}

interface LabelledProps {
  readonly label: string;
  /** CSS pixels. */
  readonly height: number;
  /** Where it stands that needs less. */
  readonly isAtBottom?: boolean;
  readonly children: ReactNode;
}

function Labelled({ label, height, isAtBottom = false, children }: LabelledProps) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={label} className={cx(styles.half, isAtBottom && styles.atBottom)} style={{ height }}>
      <span className={styles.label} aria-hidden>
        {height >= ROOM_FOR_LABEL && label}
      </span>
      {children}
    </section>
  );
}

interface HalfProps {
  readonly name: string;
  readonly half: SandwichHalf;
  readonly orientation: 'root-top' | 'root-bottom';
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly format: (value: number) => string;
  readonly state: FlameGraphState;
  readonly onMenu?: OpenMenu;
  readonly onChoose: (functionName: string) => void;
  /** Shows more of what is cut; absent: nobody can. */
  readonly onOpenTruncated: (() => void) | undefined;
  readonly onWalk: ((functionName: string | undefined) => void) | undefined;
  readonly createRenderer?: CreateFlameRenderer;
}

/** A flame graph that is zoomed on its own; a double click puts what it is zoomed into in the middle. */
function Half(props: HalfProps) {
  const { name, half, orientation, width, height, format, state, onMenu, onChoose, onOpenTruncated } = props;
  const { tree } = half;
  const whole = useMemo(() => [name], [name]);
  const [focus, setFocus] = useState<readonly string[]>(whole);
  const own = useMemo(() => withChange(state, { focus }), [state, focus]);
  return (
    <div onDoubleClick={() => onChoose(focus[focus.length - 1])}>
      <FlameGraph
        {...{ tree, width, height, format, orientation, onOpenTruncated }}
        createRenderer={props.createRenderer}
        header="none"
        isBottomUp={orientation === 'root-bottom'}
        isRootHidden
        state={own}
        // Its root is the profile; there is nothing more to see there than in the function.
        onStateChange={(next) => setFocus(next.focus ?? whole)}
        onWalk={(node) => props.onWalk?.(walkedFunction(tree, node))}
        onMenu={onMenu && ((node, at) => node > 0 && onMenu(tree.functions.names[tree.func[node]], at))}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  half: css({ display: 'flex', overflow: 'hidden' }),
  atBottom: css({ alignItems: 'flex-end' }),
  progress: css({ position: 'absolute', top: 0, left: 0, zIndex: 3, pointerEvents: 'none' }),
  label: css({
    flexShrink: 0,
    alignSelf: 'stretch',
    width: GUTTER,
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    textAlign: 'center',
    lineHeight: `${GUTTER}px`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
});
