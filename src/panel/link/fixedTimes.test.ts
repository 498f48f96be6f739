import { dateTime } from '@grafana/data';
import { withFixedTimes } from './fixedTimes';

const seen = { from: dateTime(1000), to: dateTime(2000), raw: { from: 'now-15m', to: 'now' } };

test('relative times become those of what is seen, and all else stays', () => {
  const parameters = { from: 'now-15m', to: 'now', 'var-service': ['a', 'b'], kiosk: true };
  expect(withFixedTimes(parameters, seen)).toEqual({ ...parameters, from: '1000', to: '2000' });
  expect(withFixedTimes({}, seen)).toEqual({ from: '1000', to: '2000' });
});

test('times that are fixed already stay, though the panel covers others', () => {
  const parameters = { from: '5', to: '2026-11-21T14:00:00.000Z' };
  expect(withFixedTimes(parameters, seen)).toEqual(parameters);
});

test("the page's own relative times are those of now, where the panel covers others", () => {
  const now = Date.parse('2026-11-21T14:00:00Z');
  jest.useFakeTimers({ now });
  expect(withFixedTimes({ from: 'now-1h', to: 'now' }, seen)).toEqual({ from: `${now - 3_600_000}`, to: `${now}` });
  jest.useRealTimers();
});

test('in Explore each pane keeps its own', () => {
  const pane = (from: string, to: string) => ({ datasource: 'pyro', queries: [{ refId: 'A' }], range: { from, to } });
  const panes = JSON.stringify({ abc: pane('now-15m', 'now'), def: pane('5', '6') });
  const fixed = withFixedTimes({ schemaVersion: '1', panes }, seen);
  expect(fixed).toEqual({
    schemaVersion: '1',
    panes: JSON.stringify({ abc: pane('1000', '2000'), def: pane('5', '6') }),
  });
  expect(withFixedTimes({ panes: 'null', from: '1', to: '2' }, seen)).toEqual({ panes: 'null', from: '1', to: '2' });
});
