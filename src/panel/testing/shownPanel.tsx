import {
  CoreApp,
  dateTime,
  EventBusSrv,
  LoadingState,
  type DataFrame,
  type DataQueryRequest,
  type PanelData,
  type PanelProps,
} from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { PanelContextProvider } from '@grafana/ui';
import { act, fireEvent, screen } from '@testing-library/react';
import { epochMs } from '../../base/units';
import { callTreeToFrame } from '../../frames/callTreeToFrame';
import { seriesToFrames } from '../../frames/seriesFrames';
import type { ProfileAnswer, ProfileQuestion } from '../../profile/profileSource';
import { textProfile } from '../../profile/textProfile';
import { FlameGraphPanel } from '../FlameGraphPanel';
import { defaultPanelOptions, type PanelOptions } from '../panelOptions';

/** What jsdom lacks. */
export function preparePage(): void {
  // It has neither a canvas nor pointer events.
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  window.PointerEvent ??= MouseEvent as typeof PointerEvent;
  // Icons are fetched; none ever comes.
  globalThis.fetch = () => new Promise(() => undefined);
}

export const MINUTE = 60_000;
export const START = Date.parse('2026-11-21T14:00:00Z');
export const at = (minute: number) => epochMs(START + minute * MINUTE);
export const question: ProfileQuestion = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{service_name="checkout"}',
  from: at(0),
  to: at(10),
  maxNodes: 1000,
};
export const wholeTree = textProfile(`
  main      9000000000
    parse   4000000000`);
export const spikeTree = textProfile(`
  main      3000000000
    hash    2000000000`);
export const reference = { uid: 'pyro', type: 'pyrolens-profiles-datasource' };

export const profileFrame = (refId = 'A', title = 'CPU of checkout', tree = wholeTree): DataFrame =>
  callTreeToFrame(tree, { refId, name: title, meta: { version: 1, kind: 'profile', title, question } });

export const seriesFrame = (refId = 'A'): DataFrame =>
  seriesToFrames(
    [{ labels: [], timestamps: Array.from({ length: 11 }, (_, i) => at(i)), values: new Array<number>(11).fill(1) }],
    {
      refId,
      name: `cpu ${refId}`,
      unit: 'cores',
      toOurPanel: false,
      meta: { version: 1, kind: 'series', question, stepMs: MINUTE, partialFirst: false, partialLast: false },
    }
  )[0];

export function panelData(series: DataFrame[], rest: Partial<PanelData> = {}): PanelData {
  const timeRange = { from: dateTime(at(0)), to: dateTime(at(10)), raw: { from: 'now-10m', to: 'now' } };
  const request = {
    requestId: 'Q1',
    targets: [{ refId: 'A', datasource: reference, ...question }],
    scopedVars: {},
    range: timeRange,
  } as unknown as DataQueryRequest;
  return { state: LoadingState.Done, series, timeRange, request, ...rest };
}

export const onChangeTimeRange = jest.fn();
export const eventBus = new EventBusSrv();

/** 200 px wide: the timeline has no value labels, and a minute is 20 px. Explore gives panels no context. */
export function panel(data: PanelData, props: object = {}, app: string | undefined = CoreApp.Dashboard) {
  const all = {
    id: 1,
    data,
    width: 200,
    height: 600,
    options: defaultPanelOptions,
    timeZone: 'utc',
    timeRange: data.timeRange,
    eventBus,
    onChangeTimeRange,
    replaceVariables: (text: string) => text,
    fieldConfig: { defaults: {}, overrides: [] },
    ...props,
  } as unknown as PanelProps<PanelOptions>;
  return (
    <PanelContextProvider
      value={{ eventBus, eventsScope: 'test', app: app === 'explore' ? undefined : (app as CoreApp) }}
    >
      <FlameGraphPanel {...all} />
    </PanelContextProvider>
  );
}

/** A data source of ours: what it was asked, and how to answer. */
export function ourDataSource() {
  const asked: Array<{
    question: ProfileQuestion;
    signal: AbortSignal;
    answer: (answer: ProfileAnswer) => Promise<void>;
    fail: (error: unknown) => Promise<void>;
  }> = [];
  const profile = (one: ProfileQuestion, signal: AbortSignal) =>
    new Promise<ProfileAnswer>((resolve, reject) => {
      asked.push({
        question: one,
        signal,
        answer: (answer) => act(async () => resolve(answer)),
        fail: (error) => act(async () => reject(error as Error)),
      });
    });
  const get = jest.fn(async () => ({ profileSource: { version: 1, profile } }));
  setDataSourceSrv({ get } as unknown as DataSourceSrv);
  return { asked, get };
}

export const timeline = () => screen.getByRole('application');
export const shownTree = () => screen.queryByTestId('flame graph')?.querySelector('pre')?.textContent;
export const strip = () => screen.queryByRole('group', { name: 'Selected range' });

export async function drag(fromMinute: number, toMinute: number) {
  fireEvent.pointerDown(timeline(), { clientX: fromMinute * 20, button: 0 });
  fireEvent.pointerMove(timeline(), { clientX: toMinute * 20 });
  await act(async () => {
    fireEvent.pointerUp(timeline(), { clientX: toMinute * 20 });
  });
}

export async function click(minute: number) {
  await drag(minute, minute);
}
