import { useState } from 'react';
import type { TimeSpan } from '../base/units';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';
import { viewOfLink, type LinkedView } from './link/linkText';
import { usePanelLink } from './link/usePanelLink';
import type { PanelOptions } from './panelOptions';
import type { PanelView } from './panelViews';
import type { RangeSelection } from './usePartProfile';
import { useViewerStates } from './useViewerStates';

interface ChosenViewQuestion {
  readonly options: PanelOptions;
  /** At least one. */
  readonly views: readonly PanelView[];
  /** What the panel covers. */
  readonly span: TimeSpan;
  /** What a link brought or brings; undefined where none is kept. */
  readonly link: string | undefined;
  readonly onLink: (link: string) => void;
}

/** What a panel's user has chosen to see, which lasts until something else is chosen, and what a link says of it. */
export function useChosenView({ options, views, span, link, onLink }: ChosenViewQuestion) {
  const [linked] = useState((): LinkedView => viewOfLink(link ?? ''));
  const [activeKey, setActiveKey] = useState(linked.tab);
  const [wanted, setRange] = useState(linked.range);
  const [single, setSingle] = useState(linked.single);
  const [plot, setPlot] = useState(linked.plot ?? {});
  const states = useViewerStates(options, { tab: linked.tab ?? views[0].key, state: linked.state });

  const view = views.find(({ key }) => key === activeKey) ?? views[0];
  const range = wanted !== undefined && wanted.from < span.to && wanted.to > span.from ? wanted : undefined;
  const hasPlotChoice = Object.values(plot).some((value) => value !== undefined);
  const seen: LinkedView = {
    tab: activeKey,
    state: states.chosenIn(view.key),
    range,
    single,
    plot: hasPlotChoice ? plot : undefined,
  };
  usePanelLink({
    link,
    view: seen,
    onLink,
    onView: (next) => {
      setActiveKey(next.tab);
      setRange(next.range);
      setSingle(next.single);
      setPlot(next.plot ?? {});
      states.setState(next.tab ?? views[0].key, next.state);
    },
  });

  return {
    view,
    seen,
    states,
    /** Of the tab. A part of the time that has scrolled out of sight is none. */
    range,
    single,
    /** The same in all tabs. */
    plot,
    choosePlot: setPlot,
    chooseTab: (tab: string) => {
      setSingle(undefined);
      setActiveKey(tab);
    },
    chooseRange: (next: RangeSelection | undefined) => {
      setSingle(undefined);
      setRange(next);
    },
    chooseSingle: (next: TimelineExemplar | undefined) => setSingle(next),
  };
}
