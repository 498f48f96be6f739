import { explorePanes, paneAsking, withPaneRange } from './explorePanes';

const ours = { datasource: 'pyro', queries: [{ refId: 'A' }], range: { from: 'now-1h', to: 'now' } };
const logs = { datasource: 'loki', queries: [], range: { from: 'now-1h', to: 'now' } };
const mixed = { datasource: '-- Mixed --', queries: [{ refId: 'A', datasource: { uid: 'pyro' } }] };

test('the pane of a data source gets another range, and nothing else changes', () => {
  const panes = explorePanes(JSON.stringify({ a: logs, b: ours })) ?? {};
  expect(paneAsking(panes, 'pyro')).toBe('b');
  expect(JSON.parse(withPaneRange(panes, 'b', { from: '1', to: '2' }))).toEqual({
    a: logs,
    b: { ...ours, range: { from: '1', to: '2' } },
  });
  expect(paneAsking({ a: mixed }, 'pyro')).toBe('a');
});

test('of two panes with the same data source nobody knows which is meant', () => {
  expect(paneAsking({ a: ours, b: ours }, 'pyro')).toBeUndefined();
  expect(paneAsking({ a: logs }, 'pyro')).toBeUndefined();
});

test.each([null, undefined, '', '{', 'null', '[]', '7', '"a"'])('no panes are in %j', (text) => {
  expect(explorePanes(text)).toBeUndefined();
});

test('what is no pane is left alone', () => {
  expect(paneAsking({ a: null, b: [], c: { queries: 5 } }, 'pyro')).toBeUndefined();
});
