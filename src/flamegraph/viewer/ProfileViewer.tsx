import { css } from '@emotion/css';
import { type ReactNode, useRef } from 'react';
import { useStyles2 } from '@grafana/ui';
import type { CallTree } from '../../profile/callTree';
import type { MatchSteps } from '../table/matchSteps';
import type { FlameGraphState } from '../view/flameGraphState';
import { DetailsPane } from './DetailsPane';
import { chosenState, drawnState, isStillSplit } from './drawnState';
import { menuOpeners } from './menuOpeners';
import { offeredColours } from './offeredColours';
import type { ProfileNotes } from './profileFile';
import { useFunctionSource } from './useFunctionSource';
import { useOffsetHeight } from './useOffsetHeight';
import { usePictureFocus } from './usePictureFocus';
import { useSeenProfile } from './useSeenProfile';
import { useViewerCommands } from './useViewerCommands';
import { useViewerParts } from './useViewerParts';
import { useViewerState } from './useViewerState';
import { LEAST_HEIGHT_FOR_MORE, offeredViews, shownView } from './viewChoice';
import { ViewerBody } from './ViewerBody';
import { ViewerChrome } from './ViewerChrome';
import { viewerLayout } from './viewerLayout';
import { ViewerOverlays } from './ViewerOverlays';
import { ViewerPicture } from './ViewerPicture';
import type { ViewerLink, ViewerQuestions } from './viewerQuestions';
import { viewerStatusOf } from './viewerStatusOf';

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

/** Everything of one profile: its views, filters, colours, menus, keys, details and files. */
export function ProfileViewer(props: ProfileViewerProps) {
  const { tree: given, width, height, format, notice, notes, state, onStateChange, questions, linksOf } = props;
  const styles = useStyles2(getStyles);
  const root = useRef<HTMLDivElement>(null);
  const chrome = useOffsetHeight<HTMLDivElement>();
  const parts = useViewerParts(props.showLegend ?? false);
  const viewer = useViewerState(state, onStateChange);
  const { change } = viewer;
  const isGrouped = props.isGrouped ?? false;
  const { refined, seen, isPending, failed, openTruncated, openMore } = useSeenProfile(
    given,
    questions,
    state,
    isGrouped
  );
  const source = useFunctionSource(questions);

  /** The profile with all that was asked for, without filters: all functions that there are to choose. */
  const { tree } = refined;
  const { chosen } = state;
  const isSplit = isGrouped && isStillSplit(tree, seen, state);
  const drawn = drawnState(state, isSplit);
  const isTiny = height < LEAST_HEIGHT_FOR_MORE;
  const view = shownView(state.view ?? 'auto', width, height);
  const offeredView = offeredViews(state.view ?? 'auto', width, height);
  const offeredColour = offeredColours(tree, isSplit);
  const details = !isTiny && state.areDetailsOpen === true ? chosen : undefined;
  const layout = viewerLayout(width, height, chrome.height, details !== undefined && seen !== undefined);

  const matchSteps = useRef<MatchSteps['current']>(undefined);
  const { focusPicture, onPicture, ...focusEvents } = usePictureFocus(root);
  const { openNodeMenu, openFunctionMenu } = menuOpeners({
    ...{ tree, seen, format, linksOf },
    open(target, at) {
      change({ chosen: target.name });
      parts.setMenu({ target, ...at });
    },
  });
  const { run, onKeyDown, onWalk, showDetails, sourceOf } = useViewerCommands({
    ...{ root, tree, drawn, state, viewer, parts, view, source, openFunctionMenu },
    shown: seen?.shown ?? tree,
    offeredViews: offeredView,
    offeredColours: offeredColour,
  });

  const isReading = refined.pending !== undefined;
  return (
    <div
      ref={root}
      tabIndex={-1}
      className={styles.viewer}
      style={{ width, height }}
      onKeyDown={onKeyDown}
      {...focusEvents}
    >
      <div ref={chrome.element}>
        {!isTiny && (
          <ViewerChrome
            {...{ tree, seen, width, format, notes, view, viewer, questions }}
            state={drawn}
            offeredViews={offeredView}
            offeredColours={offeredColour}
            pictureWidth={layout.width}
            isLegendOpen={parts.isLegendOpen}
            isFormOpen={parts.isFormOpen}
            onForm={(isOpen) => {
              parts.setIsFormOpen(isOpen);
              if (!isOpen) {
                focusPicture();
              }
            }}
            onCommand={run}
            matchSteps={matchSteps}
            onLeaveSearch={focusPicture}
            onSaveChoices={props.onSaveChoices && (() => props.onSaveChoices?.(state))}
            onCopyLink={props.onCopyLink}
            tools={props.tools}
            status={viewerStatusOf(refined, given, openMore, notice)}
          />
        )}
      </div>
      <ViewerPicture
        {...{ tree, seen, failed }}
        width={layout.width}
        height={layout.height}
        // What is read is told in words above, if there is room for them.
        busy={isReading && !isTiny ? 'told' : isReading || isPending ? 'yes' : 'no'}
        onClearFilters={() => change({ filters: undefined })}
        beside={
          details !== undefined &&
          seen !== undefined &&
          layout.details !== undefined && (
            <DetailsPane
              tree={seen.filtered.tree}
              functionName={details}
              diffBy={state.diffBy}
              timeZone={notes.timeZone}
              unfiltered={state.filters?.some(({ off }) => off !== true) ? tree : undefined}
              {...{ questions, source, format }}
              {...layout.details}
              onChoose={(name) => change({ chosen: name })}
              overTimeRequests={parts.overTimeRequests}
              onClose={() => {
                showDetails(false);
                focusPicture();
              }}
            />
          )
        }
      >
        {({ filtered, shown }) => (
          <ViewerBody
            profile={filtered.tree}
            tree={shown}
            {...{ view, format }}
            state={drawn}
            width={layout.width}
            height={layout.height}
            notice={isTiny ? notice : undefined}
            wholeName={`${props.wholeName ?? 'Whole profile'}${filtered.kept < 1 ? ', filtered' : ''}`}
            hasHeader={!isTiny}
            onStateChange={(next) => viewer.replace(chosenState(next, drawn, state))}
            onNodeMenu={openNodeMenu}
            onFunctionMenu={openFunctionMenu}
            onOpenTruncated={openTruncated}
            onMore={openMore}
            onWalk={onWalk}
            onPicture={onPicture}
            matchSteps={matchSteps}
          />
        )}
      </ViewerPicture>
      <ViewerOverlays
        {...{ parts, state, view }}
        onChange={change}
        onCommand={run}
        hasSource={parts.menu !== undefined && sourceOf(parts.menu.target.name) !== undefined}
        hasSeries={questions?.source.functionSeries !== undefined}
        onClosed={focusPicture}
      />
    </div>
  );
}

const getStyles = () => ({ viewer: css({ position: 'relative', overflow: 'hidden', outline: 'none' }) });
