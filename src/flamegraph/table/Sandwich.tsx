import { css } from '@emotion/css';
import { useMemo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { CallTree, FunctionIndex } from '../../profile/callTree';
import { displayName } from '../layout/displayName';
import type { CreateFlameRenderer } from '../render/renderer';
import type { FlameGraphState } from '../view/flameGraphState';
import { functionInTree } from './functionInTree';
import { type MatchSteps, useMatchSteps } from './matchSteps';
import type { OpenMenu } from './rowEvents';
import { SandwichHalves } from './sandwich/SandwichHalves';
import { withChange } from './stateChange';
import { TopTable } from './TopTable';
import { useFunctionMatches } from './useFunctionMatches';

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
  /** Asked for by a right click or the menu key. */
  readonly onMenu?: OpenMenu;
  /** Asks for what the backend cut; absent: nobody can be asked. */
  readonly onOpenTruncated?: () => void;
  /** Told the function that the keyboard walks to; undefined: it does no longer. */
  readonly onWalk?: (functionName: string | undefined) => void;
  /** Gets the way from match to match, among the functions to choose from. */
  readonly matchSteps?: MatchSteps;
  /** What draws; tests give their own. Must not change from one rendering to the next. */
  readonly createRenderer?: CreateFlameRenderer;
}

/** CSS pixels: in a wider picture the functions to choose from stay beside it. */
const WIDE = 960;
/** The least at which the list stands beside the hint. */
const WIDE_FOR_HINT = 640;
const LIST_PART = 0.36;
/** Of a list that stands beside no picture yet. */
const LIST_PART_BEFORE = 0.6;
const GAP = 16;

/** A function with all that calls it above, and all that it calls below; and the functions to choose it from. */
export function Sandwich(props: SandwichProps) {
  const { tree, width, height, format, state, onStateChange, onMenu, onOpenTruncated } = props;
  const styles = useStyles2(getStyles);
  const func = useMemo(() => functionInTree(tree, state.chosen), [tree, state.chosen]);
  const hasList = func === undefined || width >= WIDE;
  const isAlone = func === undefined && width < WIDE_FOR_HINT;
  const listWidth = !hasList
    ? 0
    : isAlone
      ? width
      : Math.round(width * (func === undefined ? LIST_PART_BEFORE : LIST_PART));
  const restWidth = width - listWidth - (hasList ? GAP : 0);
  const matches = useFunctionMatches(tree.functions, state);
  // Where there is no list to walk along, the next function that was found comes into the middle.
  useMatchSteps(hasList ? undefined : props.matchSteps, (direction) => {
    const { length, names } = tree.functions;
    const next = (from: FunctionIndex) => (from + direction + length) % length;
    if (func !== undefined && matches !== undefined && matches.count > 0) {
      let found = next(func);
      while (matches.flags[found] === 0) {
        found = next(found);
      }
      onStateChange(withChange(state, { chosen: names[found] }));
    }
  });
  return (
    <div className={styles.sandwich} style={{ width, height }}>
      {hasList && (
        <div style={{ width: listWidth }}>
          <TopTable
            {...{ tree, height, format, state, onStateChange, onMenu, onOpenTruncated }}
            width={listWidth}
            matchSteps={props.matchSteps}
          />
        </div>
      )}
      {func === undefined
        ? !isAlone && (
            <div className={styles.hint} role="status">
              {state.chosen === undefined
                ? 'Choose a function to see all that calls it, and all that it calls.'
                : `${displayName(state.chosen)} is not in this profile. Choose another function.`}
            </div>
          )
        : restWidth > 0 && (
            <SandwichHalves
              {...{ tree, func, height, format, state, onStateChange, onMenu, onOpenTruncated }}
              width={restWidth}
              onWalk={props.onWalk}
              hasChoice={hasList}
              createRenderer={props.createRenderer}
            />
          )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sandwich: css({ display: 'flex', gap: GAP, overflow: 'hidden' }),
  hint: css({
    flexGrow: 1,
    alignSelf: 'center',
    padding: theme.spacing(2),
    textAlign: 'center',
    color: theme.colors.text.secondary,
  }),
});
