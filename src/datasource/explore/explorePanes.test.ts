import { locationService } from '@grafana/runtime';
import { panesWith } from './explorePanes';

const query = { refId: 'B', queryType: 'both', labelSelector: '{pod="x"}' };
const pane = (datasource: string, ...refIds: string[]) => ({
  datasource,
  queries: refIds.map((refId) => ({ refId })),
  range: { from: 'now-1h', to: 'now' },
});

function at(path: string, panes?: unknown) {
  const search =
    panes === undefined
      ? ''
      : `?schemaVersion=1&panes=${encodeURIComponent(typeof panes === 'string' ? panes : JSON.stringify(panes))}`;
  locationService.push(`${path}${search}`);
  const changed = panesWith('ours', query);
  return changed === undefined ? undefined : (JSON.parse(changed) as unknown);
}

test('the query of the same letter is replaced in our pane of a split view, and nothing else', () => {
  const panes = { l: pane('other', 'A', 'B'), r: pane('ours', 'A', 'B') };
  expect(at('/explore', panes)).toEqual({ l: panes.l, r: { ...panes.r, queries: [{ refId: 'A' }, query] } });
});

test('outside of Explore, and in an address that cannot be read, nothing is replaced', () => {
  expect(at('/d/x')).toBeUndefined();
  expect(at('/explore', { r: pane('ours', 'A') })).toBeUndefined();
  expect(at('/explore', { r: pane('other', 'B') })).toBeUndefined();
  expect(at('/explore', '{"r":')).toBeUndefined();
  expect(at('/explore', 'null')).toBeUndefined();
  expect(at('/explore')).toBeUndefined();
});
