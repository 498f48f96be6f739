import { lazy, type ReactNode, Suspense } from 'react';
import type { CallTree } from '../../profile/callTree';
import { schemeOf } from '../layout/boxColours';
import type { MatchSteps } from '../table/matchSteps';
import type { ColourScheme, FlameGraphState, ProfileViewKind } from '../view/flameGraphState';
import { AddFilterMenu } from './AddFilterMenu';
import { DownloadMenu } from './DownloadMenu';
import { withFilter, withToggledRule } from './filterEdits';
import type { ProfileNotes } from './profileFile';
import { StatusLine } from './StatusLine';
import type { ViewerState } from './useViewerState';
import type { ViewerTree } from './useViewerTree';
import type { ViewerCommand } from './viewerCommands';
import type { ViewerQuestions } from './viewerQuestions';
import type { ViewerStatus } from './viewerStatusOf';
import { ViewerSearch } from './ViewerSearch';
import { ViewerToolbar } from './ViewerToolbar';
import { ViewMenu } from './ViewMenu';

const FilterChips = lazy(async () => ({ default: (await import('./FilterChips')).FilterChips }));
const FilterForm = lazy(async () => ({ default: (await import('./FilterForm')).FilterForm }));
const ColourLegend = lazy(async () => ({ default: (await import('./ColourLegend')).ColourLegend }));

/** CSS pixels: in a narrower viewer buttons have no words. */
const ROOM_FOR_WORDS = 900;

interface ViewerChromeProps {
  /** Without filters. */
  readonly tree: CallTree;
  /** Absent: it is not known yet what the filters leave. */
  readonly seen: ViewerTree | undefined;
  /** CSS pixels. */
  readonly width: number;
  readonly format: (value: number) => string;
  readonly notes: ProfileNotes;
  readonly view: ProfileViewKind;
  readonly offeredViews: readonly ProfileViewKind[];
  readonly offeredColours: readonly ColourScheme[];
  readonly state: FlameGraphState;
  readonly viewer: ViewerState;
  /** How wide the picture is. */
  readonly pictureWidth: number;
  readonly questions: ViewerQuestions | undefined;
  readonly isLegendOpen: boolean;
  readonly isFormOpen: boolean;
  readonly onForm: (isOpen: boolean) => void;
  readonly onCommand: (command: ViewerCommand) => void;
  readonly matchSteps: MatchSteps;
  readonly onLeaveSearch: () => void;
  readonly onSaveChoices: (() => void) | undefined;
  readonly onCopyLink: (() => void) | undefined;
  readonly tools: ReactNode;
  readonly status: ViewerStatus;
}

/** All that stands above the picture: toolbar, filters, legend, and a line on what is shown. */
export function ViewerChrome(props: ViewerChromeProps) {
  const { tree, seen, width, view, state, viewer, onCommand, onForm, status } = props;
  const { change } = viewer;
  const { filters } = state;
  const shown = seen?.shown ?? tree;
  const colours = schemeOf(shown, state.colours);
  const { notice, cut, pending, failed } = status;
  const hasStatus = [notice, cut, pending, failed].some((part) => part !== undefined);
  return (
    <>
      <ViewerToolbar
        width={width}
        view={view}
        offered={props.offeredViews}
        onView={(next) => change({ view: next })}
        undo={viewer.undo}
        redo={viewer.redo}
        search={
          view === 'flamegraph' || view === 'both' ? undefined : (
            <ViewerSearch
              tree={view === 'tree' ? shown : (seen?.filtered.tree ?? tree)}
              state={state}
              onChange={change}
              matchSteps={props.matchSteps}
              onLeave={props.onLeaveSearch}
            />
          )
        }
      >
        <AddFilterMenu
          tree={tree}
          filters={filters}
          diffBy={state.diffBy}
          hasWords={width >= ROOM_FOR_WORDS}
          onToggle={(rule) => change({ filters: withToggledRule(filters, rule) })}
          onForm={() => onForm(true)}
        />
        <ViewMenu
          state={state}
          isComparison={tree.right !== undefined}
          colours={colours}
          offeredColours={props.offeredColours}
          hasLegend={props.isLegendOpen}
          onColours={(scheme) => change({ colours: scheme })}
          onCommand={onCommand}
          onSaveChoices={props.onSaveChoices}
          onCopyLink={props.onCopyLink}
        />
        {props.tools}
        {seen && (
          <DownloadMenu
            profile={{
              tree: seen.filtered.tree,
              format: props.format,
              changeBy: state.diffBy ?? 'share',
              baselineSpan: props.questions?.baseline,
              table: view === 'flamegraph' || view === 'tree' ? undefined : state,
              ...props.notes,
            }}
            picture={{ tree: seen.shown, width: props.pictureWidth, view, state }}
            questions={props.questions}
          />
        )}
      </ViewerToolbar>
      <Suspense fallback={null}>
        {props.isFormOpen && (
          <FilterForm
            functions={tree.functions}
            onAdd={(rule) => {
              change({ filters: withFilter(filters, rule) });
              onForm(false);
            }}
            onClose={() => onForm(false)}
          />
        )}
        {filters !== undefined && filters.length > 0 && (
          <FilterChips
            filters={filters}
            kept={seen?.filtered.kept ?? 1}
            problems={seen?.filtered.problems ?? []}
            onChange={(next) => change({ filters: next })}
          />
        )}
        {props.isLegendOpen && (
          <ColourLegend
            tree={shown}
            scheme={colours}
            diffBy={state.diffBy ?? 'share'}
            filters={filters}
            onFilter={(rule) => change({ filters: withToggledRule(filters, rule) })}
          />
        )}
      </Suspense>
      {hasStatus && <StatusLine {...status} />}
    </>
  );
}
