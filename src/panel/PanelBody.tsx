import { css } from '@emotion/css';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { CoreApp, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { LoadingPlaceholder, usePanelContext, useStyles2 } from '@grafana/ui';
import type { TimeSpan } from '../base/units';
import { LEAST_HEIGHT_FOR_MORE } from '../flamegraph/viewer/viewChoice';
import { useOffsetHeight } from '../flamegraph/viewer/useOffsetHeight';
import { exploreLink } from './link/exploreLink';
import type { LinkedView } from './link/linkText';
import { migratePanelOptions } from './migratePanelOptions';
import { Notice } from './Notice';
import { formatSpan } from './numberFormats';
import { CHOICE_HEIGHT, hasPlotChoice, PanelPlot } from './PanelPlot';
import type { PanelOptions } from './panelOptions';
import type { PanelView } from './panelViews';
import { PartChrome } from './PartChrome';
import { dataSourceOf, notedQuestions, partQuestion } from './partQuestion';
import { queryErrors } from './queryErrors';
import { baselineSpans } from './rangeComparison';
import { singleFrame } from './singleFrame';
import { singleName } from './singleName';
import { timelineHeight } from './timelineHeight';
import { timeRangeSetter } from './timeRangeSetter';
import { useChosenView } from './useChosenView';
import type { FramesToDraw } from './useFramesToDraw';
import { type Part, usePartProfile } from './usePartProfile';
import { useProfileSource } from './useProfileSource';
import { optionsOfState } from './viewerOptions';
import { ViewFlameGraph } from './ViewFlameGraph';
import { ViewTabs } from './ViewTabs';
import { nameOfRange, spanOfRange } from './wholeRange';

const ViewTable = lazy(async () => ({ default: (await import('./ViewTable')).ViewTable }));

const NONE: readonly never[] = [];

interface PanelBodyProps {
  readonly panel: PanelProps<PanelOptions>;
  readonly drawn: FramesToDraw;
  /** At least one. */
  readonly views: readonly PanelView[];
  /** What a link says of the panel; undefined where none is kept. */
  readonly link: string | undefined;
  readonly onLink: (link: string) => void;
  /** Told what is seen whenever that has changed. */
  readonly onSeen: (view: LinkedView) => void;
  readonly onCopyLink: (view: LinkedView) => void;
}

/** Timeline above, flame graph and table below, of one view; and the part of it that is selected. */
export function PanelBody({ panel, drawn, views, link, onLink, onSeen, onCopyLink }: PanelBodyProps) {
  const { data, timeZone, width, height, eventBus, onChangeTimeRange } = panel;
  const styles = useStyles2(getStyles);
  const options = useMemo(() => migratePanelOptions(panel.options), [panel.options]);
  const { app } = usePanelContext();
  const chrome = useOffsetHeight<HTMLDivElement>();

  const span = useMemo(() => spanOfRange(drawn.timeRange), [drawn.timeRange]);
  const chosen = useChosenView({ options, views, span, link, onLink });
  const { view, range, single, seen } = chosen;
  useEffect(() => {
    onSeen(seen);
  });
  const { key, profile, series, heatmap, table } = view;

  const subject = useMemo(() => {
    const frame = heatmap ?? series[0];
    return profile ?? (frame && { frame, position: 0 });
  }, [profile, heatmap, series]);
  const question = useMemo(() => subject && partQuestion(subject, data.request), [subject, data.request]);
  const selection = profile !== undefined && question !== undefined ? range : undefined;
  const part = useMemo(
    (): Part | undefined =>
      single !== undefined ? { kind: 'single', single } : selection && { kind: 'range', range: selection },
    [single, selection]
  );
  const baseline = useMemo(
    () => (selection?.comparedWith === undefined ? NONE : baselineSpans(selection, span, selection.comparedWith)),
    [selection, span]
  );
  const { profile: asked, tryAgain } = usePartProfile(question, part, span);
  const { shown } = asked;
  const reference = subject && dataSourceOf(subject.frame, data.request);
  const source = useProfileSource(reference, data.request?.scopedVars);
  const pictured = useMemo(() => {
    const frame = profile === undefined && shown !== undefined ? singleFrame(shown, view.label) : undefined;
    return profile ?? (frame && { frame, position: 0 });
  }, [profile, shown, view.label]);

  const setter = timeRangeSetter(app, onChangeTimeRange, {
    uid: reference?.uid,
    labelSelector: subject && notedQuestions(subject.frame).question?.labelSelector,
  });
  const adoptRange = (next: TimeSpan) => {
    chosen.chooseRange(undefined);
    setter?.set(next);
  };
  // With nobody to ask for a part, a drag does what it does in Grafana's own panels.
  const zoom = setter === undefined ? undefined : (next: TimeSpan | undefined) => next && adoptRange(next);
  const hasPicture = profile !== undefined || single !== undefined;
  const isTiny = height < LEAST_HEIGHT_FOR_MORE && hasPicture;
  const plotHeight =
    series.length > 0 || heatmap !== undefined
      ? timelineHeight(options, height, {
          hasProfile: hasPicture,
          isSingle: series.length === 1 && heatmap === undefined,
        })
      : 0;
  const write = (range: TimeSpan) => formatSpan(range, timeZone, span);
  const wholeName = nameOfRange(drawn.timeRange);
  // A profile that is a comparison itself has no other side left.
  const canCompare = profile !== undefined && !profile.frame.fields.some(({ name }) => name === 'valueRight');
  const bodyHeight = Math.max(0, height - chrome.height);

  return (
    <div className={styles.body} style={{ width, height }}>
      <div ref={chrome.element} className={styles.chrome}>
        {queryErrors(data).map((sentence) => (
          <Notice key={sentence} severity="error">
            {sentence} {drawn.isStale && `What is shown is of ${write(span)}.`}
          </Notice>
        ))}
        {views.length > 1 && !isTiny && <ViewTabs views={views} active={key} onChange={chosen.chooseTab} />}
        {plotHeight > 0 && (
          <PanelPlot
            key={key}
            view={view}
            marks={data.annotations ?? NONE}
            stacking={options.stacking}
            choice={chosen.plot}
            onChoice={chosen.choosePlot}
            baseline={baseline}
            span={span}
            selection={selection}
            onSelect={profile === undefined || question === undefined ? zoom : chosen.chooseRange}
            onExemplar={question?.about === undefined ? undefined : chosen.chooseSingle}
            timeZone={timeZone}
            eventBus={eventBus}
            width={width}
            height={hasPicture || !hasPlotChoice(view) ? plotHeight : plotHeight - CHOICE_HEIGHT}
          />
        )}
        <PartChrome
          range={selection}
          onRange={chosen.chooseRange}
          single={single}
          onSingle={chosen.chooseSingle}
          answer={asked}
          onTryAgain={tryAgain}
          hasWhole={profile !== undefined}
          onAdopt={adoptRange}
          adopt={setter?.label}
          {...{ span, wholeName, canCompare, timeZone, width }}
        />
      </div>
      {table !== undefined && (
        <Suspense fallback={<LoadingPlaceholder text="Loading the table" />}>
          <ViewTable label={view.label} frame={table} timeZone={timeZone} width={width} height={bodyHeight} />
        </Suspense>
      )}
      {pictured !== undefined ? (
        <ViewFlameGraph
          key={key}
          profile={pictured}
          part={shown}
          isWaiting={asked.state === 'asking'}
          span={shown?.span ?? span}
          range={write(shown?.span ?? span)}
          source={source}
          state={chosen.states.stateOf(key)}
          onStateChange={(next) => chosen.states.setState(key, next)}
          showLegend={options.showLegend}
          onSaveChoices={
            app === CoreApp.PanelEditor ? (state) => panel.onOptionsChange(optionsOfState(options, state)) : undefined
          }
          onCopyLink={() => onCopyLink(seen)}
          exploreLinkOf={
            app === undefined
              ? undefined
              : (name) => {
                  const state = { ...chosen.states.stateOf(key), chosen: name };
                  return exploreLink(pictured.frame, { ...seen, state });
                }
          }
          timeZone={timeZone}
          width={width}
          height={bodyHeight}
        />
      ) : (
        asked.state === 'asking' && <LoadingPlaceholder text={`Loading ${single && singleName(single)}`} />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ position: 'relative', display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  chrome: css({ flexShrink: 0, '&:not(:empty)': { paddingBottom: theme.spacing(0.5) } }),
});
