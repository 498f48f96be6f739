import { css } from '@emotion/css';
import { useMemo, useState } from 'react';
import { CoreApp, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { usePanelContext, useStyles2 } from '@grafana/ui';
import type { TimeSpan } from '../base/units';
import { adoptLabel } from './adoptLabel';
import { Notice } from './Notice';
import { migratePanelOptions } from './migratePanelOptions';
import { formatLength, formatSpan } from './numberFormats';
import type { PanelOptions } from './panelOptions';
import type { PanelView } from './panelViews';
import { queryErrors } from './queryErrors';
import { baselineSpans, comparisonWords } from './rangeComparison';
import { dataSourceOf, rangeQuestion } from './rangeQuestion';
import { RangeFailure } from './RangeFailure';
import { RangeStrip } from './RangeStrip';
import { LEAST_HEIGHT_FOR_MORE } from '../flamegraph/viewer/viewChoice';
import { timelineHeight } from './timelineHeight';
import type { FramesToDraw } from './useFramesToDraw';
import { useOffsetHeight } from '../flamegraph/viewer/useOffsetHeight';
import { useProfileSource } from './useProfileSource';
import { type RangeSelection, useRangeProfile } from './useRangeProfile';
import { useViewerStates } from './useViewerStates';
import { optionsOfState } from './viewerOptions';
import { ViewFlameGraph } from './ViewFlameGraph';
import { ViewTabs } from './ViewTabs';
import { ViewTimeline } from './ViewTimeline';
import { nameOfRange, spanOfRange } from './wholeRange';

/** CSS pixels: below this the strip's buttons are icons, so that it stays one line. */
const LEAST_WIDTH_FOR_WORDS = 520;

interface PanelBodyProps {
  readonly panel: PanelProps<PanelOptions>;
  readonly drawn: FramesToDraw;
  /** At least one. */
  readonly views: readonly PanelView[];
}

/** Timeline above, flame graph and table below, of one view; and the part of the time that is selected. */
export function PanelBody({ panel, drawn, views }: PanelBodyProps) {
  const { data, timeZone, width, height, eventBus, onChangeTimeRange } = panel;
  const styles = useStyles2(getStyles);
  const options = useMemo(() => migratePanelOptions(panel.options), [panel.options]);
  const { app } = usePanelContext();
  const adopt = adoptLabel(app);
  const chrome = useOffsetHeight<HTMLDivElement>();

  const [activeKey, setActiveKey] = useState<string>();
  const [wanted, setSelection] = useState<RangeSelection>();
  const viewerStates = useViewerStates(options);

  const view = views.find(({ key }) => key === activeKey) ?? views[0];
  const { key, profile, series } = view;
  const question = useMemo(
    () => (profile === undefined ? undefined : rangeQuestion(profile, data.request)),
    [profile, data.request]
  );
  const span = useMemo(() => spanOfRange(drawn.timeRange), [drawn.timeRange]);
  const isSelectionInSight = wanted !== undefined && wanted.from < span.to && wanted.to > span.from;
  const selection = isSelectionInSight && question !== undefined ? wanted : undefined;
  const range = useRangeProfile(question, selection, span);
  const source = useProfileSource(profile && dataSourceOf(profile.frame, data.request), data.request?.scopedVars);
  const { shown, state } = range.profile;

  const adoptRange = (part: TimeSpan) => {
    setSelection(undefined);
    onChangeTimeRange(part);
  };
  // With nobody to ask for a part, a drag does what it does in Grafana's own panels.
  const zoom = adopt === undefined ? undefined : (part: TimeSpan | undefined) => part && adoptRange(part);
  const isTiny = height < LEAST_HEIGHT_FOR_MORE && profile !== undefined;
  const showTimeline = series.length > 0 && timelineHeight(options, height, profile !== undefined) > 0;
  const write = (part: TimeSpan) => formatSpan(part, timeZone);
  const wholeName = nameOfRange(drawn.timeRange);
  const relationOf = (part: RangeSelection) =>
    part.comparedWith === undefined
      ? `of ${wholeName}`
      : comparisonWords(part.comparedWith, wholeName, write(baselineSpans(part, span, 'before')[0]));
  // A profile that is a comparison itself has no other side left.
  const canCompare = profile !== undefined && !profile.frame.fields.some(({ name }) => name === 'valueRight');

  return (
    <div className={styles.body} style={{ width, height }}>
      <div ref={chrome.element} className={styles.chrome}>
        {queryErrors(data).map((sentence) => (
          <Notice key={sentence} severity="error">
            {sentence} {drawn.isStale && `What is shown is of ${write(span)}.`}
          </Notice>
        ))}
        {views.length > 1 && !isTiny && <ViewTabs views={views} active={key} onChange={setActiveKey} />}
        {showTimeline && (
          <ViewTimeline
            label={view.label}
            series={series}
            span={span}
            selection={selection}
            onSelect={question === undefined ? zoom : setSelection}
            timeZone={timeZone}
            eventBus={eventBus}
            width={width}
            height={timelineHeight(options, height, profile !== undefined)}
          />
        )}
        {selection !== undefined && state !== 'failed' && (
          <RangeStrip
            selected={write(selection)}
            length={formatLength(selection)}
            relation={relationOf(selection)}
            comparedWith={selection.comparedWith}
            onCompare={canCompare ? (comparedWith) => setSelection({ ...selection, comparedWith }) : undefined}
            isNarrow={width < LEAST_WIDTH_FOR_WORDS}
            adopt={adopt === undefined ? undefined : { label: adopt, onClick: () => adoptRange(selection) }}
            onClear={() => setSelection(undefined)}
          />
        )}
        {range.profile.state === 'failed' && (
          <RangeFailure
            problem={range.profile.problem}
            stillShown={shown === undefined ? wholeName : write(shown.span)}
            onTryAgain={range.tryAgain}
            onClear={() => setSelection(undefined)}
          />
        )}
      </div>
      {profile !== undefined && (
        <ViewFlameGraph
          key={key}
          profile={profile}
          part={shown}
          isWaiting={state === 'asking'}
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
          height={Math.max(0, height - chrome.height)}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ position: 'relative', display: 'flex', flexDirection: 'column', overflow: 'hidden' }),
  chrome: css({ flexShrink: 0, '&:not(:empty)': { paddingBottom: theme.spacing(0.5) } }),
});
