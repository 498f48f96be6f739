import { css } from '@emotion/css';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { CallTree, NodeIndex } from '../../profile/callTree';
import type { MatchSteps } from '../table/matchSteps';
import { TopTable } from '../table/TopTable';
import { FlameGraph } from '../view/FlameGraph';
import type { FlameGraphState, ProfileViewKind } from '../view/flameGraphState';
import { tableWidth } from './viewChoice';
import { walkedFunction } from '../table/walkedFunction';
import { withChosenFocus } from './withChosenFocus';

const CallTreeTable = lazy(async () => ({ default: (await import('../table/CallTreeTable')).CallTreeTable }));
const Sandwich = lazy(async () => ({ default: (await import('../table/Sandwich')).Sandwich }));

/** CSS pixels between table and flame graph. */
const GAP = 16;

export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface ViewerBodyProps {
  /** The profile, filtered: what tables of functions and the sandwich are of. */
  readonly profile: CallTree;
  /** The same the chosen way round: what trees are drawn of. */
  readonly tree: CallTree;
  readonly view: ProfileViewKind;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly format: (value: number) => string;
  /** What the flame graph says of the profile where there is no line for it. */
  readonly notice: string | undefined;
  /** What the root stands for. */
  readonly wholeName: string;
  readonly hasHeader: boolean;
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  readonly onNodeMenu: (node: NodeIndex, at: MenuPlace) => void;
  readonly onFunctionMenu: (functionName: string, at: MenuPlace) => void;
  readonly onOpenTruncated: ((node: NodeIndex) => void) | undefined;
  /** Opens what the backend cut of functions, wherever they are called. */
  readonly onMore: (() => void) | undefined;
  /** Told the function that the keyboard walks to in a flame graph; undefined: it does no longer. */
  readonly onWalk: (functionName: string | undefined) => void;
  /** A picture that had to be loaded first is there. */
  readonly onPicture: () => void;
  readonly matchSteps: MatchSteps;
}

/** The chosen view of a profile. */
export function ViewerBody(props: ViewerBodyProps) {
  const { profile, tree, view, width, height, format, state, onStateChange, onFunctionMenu, matchSteps } = props;
  const styles = useStyles2(getStyles);
  const shared = { height, format, state, onStateChange };
  if (view === 'tree' || view === 'sandwich') {
    return (
      // One for each view: React would hide the view before until the next is there, and with it the keyboard's place.
      <Suspense key={view} fallback={<LoadingPlaceholder text="Loading view…" />}>
        {view === 'tree' ? (
          <CallTreeTable
            {...shared}
            tree={tree}
            width={width}
            onMenu={props.onNodeMenu}
            onOpenTruncated={props.onOpenTruncated}
            matchSteps={matchSteps}
          />
        ) : (
          <Sandwich
            {...shared}
            tree={profile}
            width={width}
            onMenu={onFunctionMenu}
            onOpenTruncated={props.onMore}
            onWalk={props.onWalk}
            matchSteps={matchSteps}
          />
        )}
        <Loaded onLoaded={props.onPicture} />
      </Suspense>
    );
  }
  const besideGraph = view === 'both' ? tableWidth(width) : 0;
  return (
    <div className={styles.body}>
      {view !== 'flamegraph' && (
        <TopTable
          {...shared}
          tree={profile}
          width={view === 'table' ? width : besideGraph}
          onMenu={onFunctionMenu}
          onOpenTruncated={props.onMore}
          matchSteps={matchSteps}
        />
      )}
      {view !== 'table' && (
        <FlameGraph
          {...shared}
          tree={tree}
          width={view === 'both' ? width - besideGraph - GAP : width}
          notice={props.notice}
          wholeName={props.wholeName}
          header={props.hasHeader ? 'full' : 'over'}
          onStateChange={(next) => onStateChange(withChosenFocus(tree, state, next))}
          onMenu={props.onNodeMenu}
          onOpenTruncated={props.onOpenTruncated}
          onWalk={(node) => props.onWalk(walkedFunction(tree, node))}
        />
      )}
    </div>
  );
}

/** Says once that what stands beside it in a Suspense is there. */
function Loaded({ onLoaded }: { readonly onLoaded: () => void }) {
  const latest = useRef(onLoaded);
  useEffect(() => latest.current(), []);
  return null;
}

const getStyles = () => ({ body: css({ display: 'flex', gap: GAP }) });
