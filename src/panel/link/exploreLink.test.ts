import type { BootData } from '@grafana/data';
import { config } from '@grafana/runtime';
import { epochMs } from '../../base/units';
import { callTreeToFrame } from '../../frames/callTreeToFrame';
import type { ProfileFrameMeta } from '../../frames/frameMeta';
import { textProfile } from '../../profile/textProfile';
import { panelViews } from '../panelViews';
import { exploreLink } from './exploreLink';
import { viewOfLink } from './linkText';
import { parameterName } from './parameterName';

const question = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{service_name="checkout", pod=~"a|b&c"}',
  from: epochMs(1000),
  to: epochMs(61_000),
  maxNodes: 1000,
};

function frame(note: Partial<ProfileFrameMeta> = {}) {
  return callTreeToFrame(textProfile('main 5'), {
    refId: 'B',
    name: 'CPU',
    meta: { version: 1, kind: 'profile', title: 'CPU', question, dataSource: { uid: 'pyro' }, ...note },
  });
}

/** What Explore finds in its address. */
function opened(link: string | undefined) {
  const { pathname, searchParams } = new URL(link ?? '');
  const { datasource, queries, range } = Object.values(JSON.parse(searchParams.get('panes') ?? '{}') as object)[0] as {
    datasource: string;
    queries: object[];
    range: object;
  };
  return { pathname, searchParams, datasource, query: queries[0], range };
}

beforeEach(() => {
  config.exploreEnabled = true;
  config.bootData = { user: { permissions: { 'datasources:explore': true } } } as unknown as BootData;
});

test('the same is asked about the same time, and seen as it is here', () => {
  const seen = {
    tab: 'B/0',
    state: { chosen: 'main', search: 'j' },
    range: { from: epochMs(2000), to: epochMs(3000) },
  };
  const { pathname, searchParams, datasource, query, range } = opened(exploreLink(frame(), seen));
  expect([pathname, datasource, range]).toEqual(['/explore', 'pyro', { from: '1000', to: '61000' }]);
  const { from: _from, to: _to, ...asked } = question;
  expect(query).toEqual({
    refId: 'A',
    datasource: { type: 'pyrolens-profiles-datasource', uid: 'pyro' },
    queryType: 'both',
    ...asked,
  });
  // Explore gives panels the id 1, and frames without the request.
  const there = { id: 1, data: {}, replaceVariables: (text: string) => text } as Parameters<typeof parameterName>[0];
  const link = searchParams.get(parameterName(there, panelViews([frame()])));
  expect(viewOfLink(link ?? '')).toEqual({ state: seen.state, range: seen.range });
});

test('a comparison and a profile by label are asked as such', () => {
  const baseline = { ...question, labelSelector: '{pod="c"}', from: epochMs(5), to: epochMs(6) };
  expect(opened(exploreLink(frame({ baseline, groupedBy: 'pod' }), {})).query).toMatchObject({
    queryType: 'diff',
    groupProfileBy: 'pod',
    baseline: { from: '5', to: '6', labelSelector: '{pod="c"}', profileTypeId: question.profileTypeId },
  });
});

test('nobody is led where they may not go, nor to an answer that is not known', () => {
  expect(exploreLink(frame({ dataSource: undefined }), {})).toBeUndefined();
  config.bootData = { user: { permissions: {} } } as unknown as BootData;
  expect(exploreLink(frame(), {})).toBeUndefined();
  config.exploreEnabled = false;
  config.bootData = { user: { permissions: { 'datasources:explore': true } } } as unknown as BootData;
  expect(exploreLink(frame(), {})).toBeUndefined();
});
