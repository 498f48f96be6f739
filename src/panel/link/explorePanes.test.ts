import { explorePanes, paneAsking, withPaneRange } from './explorePanes';

const ours = {
  datasource: 'pyro',
  queries: [{ refId: 'A', labelSelector: '{}' }],
  range: { from: 'now-1h', to: 'now' },
};
const logs = { datasource: 'loki', queries: [], range: { from: 'now-1h', to: 'now' } };
const mixed = { datasource: '-- Mixed --', queries: [{ refId: 'A', datasource: { uid: 'pyro' } }] };

test('the pane of a data source gets another range, and nothing else changes', () => {
  const panes = explorePanes(JSON.stringify({ a: logs, b: ours })) ?? {};
  expect(paneAsking(panes, { uid: 'pyro' })).toBe('b');
  expect(JSON.parse(withPaneRange(panes, 'b', { from: '1', to: '2' }))).toEqual({
    a: logs,
    b: { ...ours, range: { from: '1', to: '2' } },
  });
  expect(paneAsking({ a: mixed }, { uid: 'pyro' })).toBe('a');
});

test('of two panes with the same data source it is the one that asks the same, where that tells', () => {
  const pods = { ...ours, queries: [{ refId: 'A', labelSelector: '{pod="a"}' }] };
  expect(paneAsking({ a: ours, b: pods }, { uid: 'pyro', labelSelector: '{pod="a"}' })).toBe('b');
  expect(paneAsking({ a: ours, b: pods }, { uid: 'pyro', labelSelector: '{pod="b"}' })).toBeUndefined();
  expect(paneAsking({ a: ours, b: ours }, { uid: 'pyro', labelSelector: '{}' })).toBeUndefined();
  expect(paneAsking({ a: logs }, { uid: 'pyro' })).toBeUndefined();
});

test.each([null, undefined, '', '{', 'null', '[]', '7', '"a"'])('no panes are in %j', (text) => {
  expect(explorePanes(text)).toBeUndefined();
});

test('what is no pane is left alone', () => {
  expect(paneAsking({ a: null, b: [], c: { queries: 5 }, d: { queries: [null] } }, { uid: 'pyro' })).toBeUndefined();
});
