import { css } from '@emotion/css';
import { useMemo, useState } from 'react';
import { CoreApp, dateTimeFormat, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { LoadingPlaceholder, usePanelContext, useStyles2 } from '@grafana/ui';
import type { TimeSpan } from '../base/units';
import { LEAST_HEIGHT_FOR_MORE } from '../flamegraph/viewer/viewChoice';
import { useOffsetHeight } from '../flamegraph/viewer/useOffsetHeight';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';
import { adoptLabel } from './adoptLabel';
import { viewOfLink, type LinkedView } from './linkText';
import { migratePanelOptions } from './migratePanelOptions';
import { Notice } from './Notice';
import { formatLength, formatSpan } from './numberFormats';
import { CHOICE_HEIGHT, hasPlotChoice, PanelPlot } from './PanelPlot';
import type { PanelOptions } from './panelOptions';
import type { PanelView } from './panelViews';
import { PartFailure } from './PartFailure';
import { dataSourceOf, partQuestion } from './partQuestion';
import { queryErrors } from './queryErrors';
import { baselineSpans, comparisonWords } from './rangeComparison';
import { RangeStrip } from './RangeStrip';
import { singleFrame } from './singleFrame';
import { singleName } from './singleName';
import { SingleStrip } from './SingleStrip';
import { timelineHeight } from './timelineHeight';
import type { FramesToDraw } from './useFramesToDraw';
import { usePanelLink } from './usePanelLink';
import { type Part, type RangeSelection, usePartProfile } from './usePartProfile';
import { useProfileSource } from './useProfileSource';
import { useViewerStates } from './useViewerStates';
import { optionsOfState } from './viewerOptions';
import { ViewFlameGraph } from './ViewFlameGraph';
import { ViewTable } from './ViewTable';
import { ViewTabs } from './ViewTabs';
import { nameOfRange, spanOfRange } from './wholeRange';

/** CSS pixels: below this the strip's buttons are icons, so that it stays one line. */
const LEAST_WIDTH_FOR_WORDS = 520;
const NONE: readonly never[] = [];

interface PanelBodyProps {
  readonly panel: PanelProps<PanelOptions>;
  readonly drawn: FramesToDraw;
  /** At least one. */
  readonly views: readonly PanelView[];
}

/** Timeline above, flame graph and table below, of one view; and the part of it that is selected. */
export function PanelBody({ panel, drawn, views }: PanelBodyProps) {
  const { data, timeZone, width, height, eventBus, onChangeTimeRange } = panel;
  const styles = useStyles2(getStyles);
  const options = useMemo(() => migratePanelOptions(panel.options), [panel.options]);
  const { app } = usePanelContext();
  const adopt = adoptLabel(app);
  const chrome = useOffsetHeight<HTMLDivElement>();

  const [linked] = useState((): LinkedView => viewOfLink(options.link ?? ''));
  const [activeKey, setActiveKey] = useState(linked.tab);
  const [wanted, setSelection] = useState(linked.range);
  const [single, setSingle] = useState<TimelineExemplar>();
  const viewerStates = useViewerStates(options, { tab: linked.tab ?? views[0].key, state: linked.state });

  const view = views.find(({ key }) => key === activeKey) ?? views[0];
  const { key, profile, series, heatmap, table } = view;
  const span = useMemo(() => spanOfRange(drawn.timeRange), [drawn.timeRange]);
  const inSight = wanted !== undefined && wanted.from < span.to && wanted.to > span.from ? wanted : undefined;
  usePanelLink({
    link: options.link,
    view: { tab: activeKey, state: viewerStates.chosenIn(key), range: inSight },
    onLink: (link) => panel.onOptionsChange({ ...panel.options, link }),
    onView: ({ tab, state, range }) => {
      setActiveKey(tab);
      setSelection(range);
      setSingle(undefined);
      viewerStates.setState(tab ?? views[0].key, state);
    },
  });

  const subject = useMemo(() => {
    const frame = heatmap ?? series[0];
    return profile ?? (frame && { frame, position: 0 });
  }, [profile, heatmap, series]);
  const question = useMemo(() => subject && partQuestion(subject, data.request), [subject, data.request]);
  const selection = profile !== undefined && question !== undefined ? inSight : undefined;
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
  const source = useProfileSource(subject && dataSourceOf(subject.frame, data.request), data.request?.scopedVars);
  const pictured = useMemo(() => {
    const frame = profile === undefined && shown !== undefined ? singleFrame(shown, view.label) : undefined;
    return profile ?? (frame && { frame, position: 0 });
  }, [profile, shown, view.label]);

  const adoptRange = (range: TimeSpan) => {
    setSelection(undefined);
    onChangeTimeRange(range);
  };
  const select = (range: RangeSelection | undefined) => {
    setSingle(undefined);
    setSelection(range);
  };
  // With nobody to ask for a part, a drag does what it does in Grafana's own panels.
  const zoom = adopt === undefined ? undefined : (range: TimeSpan | undefined) => range && adoptRange(range);
  const hasPicture = profile !== undefined || single !== undefined;
  const isTiny = height < LEAST_HEIGHT_FOR_MORE && hasPicture;
  const plotHeight = series.length > 0 || heatmap !== undefined ? timelineHeight(options, height, hasPicture) : 0;
  const write = (range: TimeSpan) => formatSpan(range, timeZone);
  const wholeName = nameOfRange(drawn.timeRange);
  const relationOf = (range: RangeSelection) =>
    range.comparedWith === undefined
      ? `of ${wholeName}`
      : comparisonWords(range.comparedWith, wholeName, write(baselineSpans(range, span, 'before')[0]));
  // A profile that is a comparison itself has no other side left.
  const canCompare = profile !== undefined && !profile.frame.fields.some(({ name }) => name === 'valueRight');
  const isNarrow = width < LEAST_WIDTH_FOR_WORDS;
  const backTo = selection !== undefined ? write(selection) : profile === undefined ? 'the time series' : wholeName;
  const stillShown =
    shown?.single !== undefined
      ? singleName(shown.single)
      : shown !== undefined
        ? write(shown.span)
        : profile && wholeName;
  const bodyHeight = Math.max(0, height - chrome.height);

  return (
    <div className={styles.body} style={{ width, height }}>
      <div ref={chrome.element} className={styles.chrome}>
        {queryErrors(data).map((sentence) => (
          <Notice key={sentence} severity="error">
            {sentence} {drawn.isStale && `What is shown is of ${write(span)}.`}
          </Notice>
        ))}
        {views.length > 1 && !isTiny && (
          <ViewTabs
            views={views}
            active={key}
            onChange={(tab) => {
              setSingle(undefined);
              setActiveKey(tab);
            }}
          />
        )}
        {plotHeight > 0 && (
          <PanelPlot
            key={key}
            view={view}
            marks={data.annotations ?? NONE}
            stacking={options.stacking}
            baseline={baseline}
            span={span}
            selection={selection}
            onSelect={profile === undefined || question === undefined ? zoom : select}
            onExemplar={question?.about === undefined ? undefined : setSingle}
            timeZone={timeZone}
            eventBus={eventBus}
            width={width}
            height={hasPicture || !hasPlotChoice(view) ? plotHeight : plotHeight - CHOICE_HEIGHT}
          />
        )}
        {single !== undefined && asked.state !== 'failed' && (
          <SingleStrip
            single={single}
            time={dateTimeFormat(single.time, { timeZone, format: 'HH:mm:ss' })}
            backTo={backTo}
            onBack={() => setSingle(undefined)}
            isNarrow={isNarrow}
          />
        )}
        {selection !== undefined && single === undefined && asked.state !== 'failed' && (
          <RangeStrip
            selected={write(selection)}
            length={formatLength(selection)}
            relation={relationOf(selection)}
            comparedWith={selection.comparedWith}
            onCompare={canCompare ? (comparedWith) => setSelection({ ...selection, comparedWith }) : undefined}
            isNarrow={isNarrow}
            adopt={adopt === undefined ? undefined : { label: adopt, onClick: () => adoptRange(selection) }}
            onClear={() => setSelection(undefined)}
          />
        )}
        {asked.state === 'failed' && (
          <PartFailure
            problem={asked.problem}
            stillShown={stillShown}
            clearLabel={single === undefined ? 'Show the whole range' : `Back to ${backTo}`}
            onTryAgain={tryAgain}
            onClear={() => (single === undefined ? setSelection(undefined) : setSingle(undefined))}
          />
        )}
      </div>
      {table !== undefined && (
        <ViewTable label={view.label} frame={table} timeZone={timeZone} width={width} height={bodyHeight} />
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
          state={viewerStates.stateOf(key)}
          onStateChange={(next) => viewerStates.setState(key, next)}
          showLegend={options.showLegend}
          onSaveChoices={
            app === CoreApp.PanelEditor ? (chosen) => panel.onOptionsChange(optionsOfState(options, chosen)) : undefined
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
