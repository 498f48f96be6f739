import { css } from '@emotion/css';
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { LoadingBar, useStyles2 } from '@grafana/ui';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { pathOf } from '../../profile/nodePath';
import { schemeOf } from '../layout/boxColours';
import { displayName } from '../layout/displayName';
import type { FlameGraphState } from '../view/flameGraphState';
import { cutText } from './cutText';
import { DetailsPane } from './DetailsPane';
import { withFilter } from './filterEdits';
import { functionFacts } from './functionFacts';
import { copyText } from './giveOut';
import { targetOfFunction, targetOfNode } from './menuTarget';
import { NothingShown } from './NothingShown';
import { offeredColours } from './offeredColours';
import type { ProfileNotes } from './profileFile';
import { useFunctionSource } from './useFunctionSource';
import { useLegend } from './useLegend';
import { useOffsetHeight } from './useOffsetHeight';
import { useRefinedTree } from './useRefinedTree';
import { useViewerState } from './useViewerState';
import { useViewerTree } from './useViewerTree';
import { LEAST_HEIGHT_FOR_MORE, offeredViews, shownView } from './viewChoice';
import { type MenuPlace, ViewerBody } from './ViewerBody';
import { ViewerChrome } from './ViewerChrome';
import type { ActionCommand } from './viewerCommands';
import { viewerCommandsOf } from './viewerCommandsOf';
import type { MenuTarget } from './ViewerMenu';
import type { ViewerLink, ViewerQuestions } from './viewerQuestions';

const ViewerMenu = lazy(async () => ({ default: (await import('./ViewerMenu')).ViewerMenu }));
const KeyList = lazy(async () => ({ default: (await import('./KeyList')).KeyList }));

/** CSS pixels: in a narrower viewer details lie over the picture. */
const ROOM_FOR_DETAILS = 860;
const DETAILS_WIDTH = 380;
/** Of the height, where details lie over the picture. */
const DETAILS_SHARE = 0.6;

export interface ProfileViewerProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** One sentence on the profile as a whole: "Average of 12 snapshots." */
  readonly notice?: string;
  /** What the profile as a whole is called, where that is not "Whole profile". */
  readonly wholeName?: string;
  /** What files of the profile tell of it. */
  readonly notes: ProfileNotes;
  /** The root's children are the values of a label. */
  readonly isGrouped?: boolean;
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  /** Absent: nobody can be asked for more. */
  readonly questions?: ViewerQuestions;
  /** Addresses that belong to a function; `path`: names from the root's child to its box, where it is one box. */
  readonly linksOf?: (name: string, path: readonly string[] | undefined) => readonly ViewerLink[];
  /** Whether the colours have a legend, until the user chooses otherwise. */
  readonly showLegend?: boolean;
  /** Makes what is seen the lasting choice; absent where that cannot be saved. */
  readonly onSaveChoices?: (state: FlameGraphState) => void;
  /** Gives out a link that brings back what is seen; absent where no address can hold that. */
  readonly onCopyLink?: () => void;
  /** Stands beside the menus. */
  readonly tools?: ReactNode;
}

interface OpenMenu extends MenuPlace {
  readonly target: MenuTarget;
}

/** Everything of one profile: its views, filters, colours, menus, keys, details and files. */
export function ProfileViewer(props: ProfileViewerProps) {
  const { tree: given, width, height, format, notice, notes, state, onStateChange, questions, linksOf } = props;
  const styles = useStyles2(getStyles);
  const root = useRef<HTMLDivElement>(null);
  const chrome = useOffsetHeight<HTMLDivElement>();
  const [menu, setMenu] = useState<OpenMenu>();
  const [isFormOpen, setIsFormOpen] = useState(false);
  const { isLegendOpen, setIsLegendOpen } = useLegend(props.showLegend ?? false);
  const [areKeysOpen, setAreKeysOpen] = useState(false);
  const [areDetailsOpen, setAreDetailsOpen] = useState(false);
  const [overTimeRequests, setOverTimeRequests] = useState(0);

  const viewer = useViewerState(state, onStateChange);
  const { change } = viewer;
  const isComparison = given.right !== undefined;
  // Of a comparison whose baseline is no question, such as the rest of a range, nobody can be asked for more.
  const finer = isComparison === (questions?.baseline !== undefined) ? questions : undefined;
  const refined = useRefinedTree(given, finer, state.isInverted ? undefined : state.focus);
  const { outcome: seen, isPending, failed } = useViewerTree(refined.tree, state);
  const shown = seen?.shown;
  const source = useFunctionSource(questions);

  const isTiny = height < LEAST_HEIGHT_FOR_MORE;
  const view = shownView(state.view ?? 'auto', width, height);
  const offered = offeredViews(state.view ?? 'auto', width, height);
  const schemes = offeredColours(given, props.isGrouped ?? false);
  const chosen = state.chosen;
  const details = !isTiny && areDetailsOpen ? chosen : undefined;
  const detailsPlace = width >= ROOM_FOR_DETAILS ? 'beside' : 'over';
  const bodyHeight = Math.max(0, height - chrome.height);
  const bodyWidth = details !== undefined && detailsPlace === 'beside' ? width - DETAILS_WIDTH : width;

  const focusPicture = () => {
    const find = (role: string) => root.current?.querySelector<HTMLElement>(`[role="${role}"]`);
    (find('tree') ?? find('treegrid') ?? find('grid'))?.focus();
  };
  const openMenu = (target: MenuTarget, at: MenuPlace) => {
    change({ chosen: target.name });
    setMenu({ target, ...at });
  };
  const linksTo = (name: string, path?: readonly string[]) => linksOf?.(name, path) ?? [];
  const onNodeMenu = (node: NodeIndex, at: MenuPlace) =>
    shown !== undefined && node !== ROOT && openMenu(targetOfNode(shown, node, format, linksTo), at);
  const onFunctionMenu = (name: string, at: MenuPlace) =>
    openMenu(targetOfFunction(seen?.filtered.tree ?? given, name, format, linksTo), at);
  const sourceOf = (name: string) => {
    const facts = functionFacts(given, name);
    return facts === undefined || facts.file === '' ? undefined : source?.(facts.file, facts.line);
  };

  const actions: Readonly<Record<ActionCommand, () => void>> = {
    undo: () => viewer.undo?.(),
    redo: () => viewer.redo?.(),
    keys: () => setAreKeysOpen(true),
    legend: () => setIsLegendOpen(!isLegendOpen),
    'add-filter': () => setIsFormOpen(true),
    details: () => {
      const areOpen = menu !== undefined || !areDetailsOpen || chosen === undefined;
      setAreDetailsOpen(areOpen);
      setOverTimeRequests(areOpen ? overTimeRequests : 0);
    },
    'copy-name': () => chosen !== undefined && copyText('Name', chosen),
    'open-source': () => {
      const address = chosen === undefined ? undefined : sourceOf(chosen);
      if (address !== undefined) {
        window.open(address, '_blank', 'noopener');
      }
    },
    menu: () => {
      const box = root.current?.getBoundingClientRect();
      if (chosen !== undefined && box !== undefined) {
        onFunctionMenu(chosen, { x: box.left + box.width / 3, y: box.top + box.height / 3 });
      }
    },
  };
  const { run, onKeyDown } = viewerCommandsOf(
    {
      state,
      chosen: chosen === undefined ? undefined : functionFacts(given, chosen),
      offeredViews: offered,
      colours: schemeOf(shown ?? given, state.colours),
      offeredColours: schemes,
      isComparison,
    },
    change,
    actions,
    { root, isMenuOpen: menu !== undefined, isBlocked: areKeysOpen, onKeyDone: () => setMenu(undefined) }
  );
  const { refine } = refined;
  const openTruncated = useCallback(
    (node: NodeIndex) => shown && refine(pathOf(shown, shown.parent[node])),
    [refine, shown]
  );
  const clearFilters = () => change({ filters: undefined });

  return (
    <div ref={root} className={styles.viewer} style={{ width, height }} onKeyDown={onKeyDown}>
      <div ref={chrome.element}>
        {!isTiny && (
          <ViewerChrome
            tree={given}
            {...{ seen, width, format, notes, view, state, viewer, questions, isLegendOpen, isFormOpen }}
            offeredViews={offered}
            offeredColours={schemes}
            pictureWidth={bodyWidth}
            onForm={(isOpen) => {
              setIsFormOpen(isOpen);
              if (!isOpen) {
                focusPicture();
              }
            }}
            onCommand={run}
            onSaveChoices={props.onSaveChoices && (() => props.onSaveChoices?.(state))}
            onCopyLink={props.onCopyLink}
            tools={props.tools}
            status={{
              notice,
              cut: cutText(refined.tree, given),
              onMore: finer && cutNodes(refined.tree) > 0 ? () => refine([]) : undefined,
              pending: refined.pending && pendingText(refined.pending, refined.isAgain),
              failed: refined.failed,
              onTryAgain: refined.tryAgain,
            }}
          />
        )}
      </div>
      <div className={styles.body} aria-busy={isPending || refined.pending !== undefined}>
        {(isPending || refined.pending !== undefined) && shown && (
          // What is read is told in words above, if there is room for them.
          <div className={styles.progress} aria-hidden={refined.pending !== undefined && !isTiny}>
            <LoadingBar width={bodyWidth} />
          </div>
        )}
        {seen === undefined || shown === undefined || failed !== undefined ? (
          <NothingShown height={bodyHeight} why={failed} onClearFilters={clearFilters} />
        ) : isEmpty(shown) && !isEmpty(given) ? (
          <NothingShown height={bodyHeight} why="filters" onClearFilters={clearFilters} />
        ) : (
          <ViewerBody
            profile={seen.filtered.tree}
            tree={shown}
            view={view}
            width={bodyWidth}
            height={bodyHeight}
            format={format}
            notice={isTiny ? notice : undefined}
            wholeName={`${props.wholeName ?? 'Whole profile'}${seen !== undefined && seen.filtered.kept < 1 ? ', filtered' : ''}`}
            hasHeader={!isTiny}
            state={state}
            onStateChange={viewer.replace}
            onNodeMenu={onNodeMenu}
            onFunctionMenu={onFunctionMenu}
            onOpenTruncated={finer === undefined || state.isInverted ? undefined : openTruncated}
          />
        )}
        {details !== undefined && seen !== undefined && (
          <DetailsPane
            tree={seen.filtered.tree}
            functionName={details}
            questions={questions}
            source={source}
            format={format}
            place={detailsPlace}
            width={detailsPlace === 'beside' ? DETAILS_WIDTH : width}
            height={detailsPlace === 'beside' ? bodyHeight : Math.round(bodyHeight * DETAILS_SHARE)}
            onChoose={(name) => change({ chosen: name })}
            overTimeRequests={overTimeRequests}
            onClose={() => {
              setAreDetailsOpen(false);
              setOverTimeRequests(0);
              focusPicture();
            }}
          />
        )}
      </div>
      <Suspense fallback={null}>
        {menu !== undefined && (
          <ViewerMenu
            target={menu.target}
            x={menu.x}
            y={menu.y}
            hasSource={sourceOf(menu.target.name) !== undefined}
            isFocused={state.focus !== undefined}
            canFocus={!state.isInverted}
            onCommand={run}
            onZoom={(path) =>
              change({ focus: path, ...(view === 'table' || view === 'tree' ? { view: 'flamegraph' } : {}) })
            }
            onFilter={(rule) => change({ filters: withFilter(state.filters, rule) })}
            onOverTime={
              questions?.source.functionSeries &&
              (() => {
                setAreDetailsOpen(true);
                setOverTimeRequests((count) => count + 1);
              })
            }
            onCopyStack={(path) => copyText('Stack', path.join('\n'))}
            onClose={() => {
              setMenu(undefined);
              focusPicture();
            }}
          />
        )}
        {areKeysOpen && (
          <KeyList
            onClose={() => {
              setAreKeysOpen(false);
              focusPicture();
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

function isEmpty({ total, right }: CallTree): boolean {
  return total[ROOT] === 0 && (right === undefined || right.total[ROOT] === 0);
}

function cutNodes({ truncated }: CallTree): number {
  return truncated?.length ?? 0;
}

/** `isAgain`: it was open before a refresh. */
function pendingText(place: readonly string[], isAgain: boolean): string {
  const reading = isAgain ? 'Reading again' : 'Reading';
  return place.length === 0
    ? `${reading} more of the profile…`
    : `${reading} what is merged below ${displayName(place[place.length - 1])}…`;
}

const getStyles = () => ({
  viewer: css({ position: 'relative', overflow: 'hidden' }),
  body: css({ position: 'relative', display: 'flex' }),
  // Over the picture, which stays where it is.
  progress: css({ position: 'absolute', top: 0, left: 0, zIndex: 3, pointerEvents: 'none' }),
});
