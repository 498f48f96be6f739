import { defaultPanelOptions } from './panelOptions';
import { timelineHeight } from './timelineHeight';

test('a panel with room gives the timeline what the user chose', () => {
  expect(timelineHeight({ ...defaultPanelOptions, timelineHeight: 220 }, 900, { hasProfile: true })).toBe(220);
});

test('a low panel gives it a third, and a tiny one nothing', () => {
  expect(timelineHeight(defaultPanelOptions, 330, { hasProfile: true })).toBe(110);
  expect(timelineHeight(defaultPanelOptions, 100, { hasProfile: true })).toBe(0);
});

test('it is lower where the flame graph can have its search and menus for that', () => {
  expect(timelineHeight(defaultPanelOptions, 282, { hasProfile: true })).toBe(78);
  expect(timelineHeight(defaultPanelOptions, 250, { hasProfile: true })).toBe(83);
});

test('without a profile it is all there is, whatever the options say', () => {
  expect(timelineHeight({ ...defaultPanelOptions, showTimeline: false }, 150, { hasProfile: false })).toBe(150);
});

test('it can be hidden', () => {
  expect(timelineHeight({ ...defaultPanelOptions, showTimeline: false }, 900, { hasProfile: true })).toBe(0);
});

test('one series takes little of a low panel, unless its user chose a height', () => {
  const one = { hasProfile: true, isSingle: true };
  expect(timelineHeight(defaultPanelOptions, 400, one)).toBe(88);
  expect(timelineHeight(defaultPanelOptions, 400, { hasProfile: true })).toBe(133);
  expect(timelineHeight({ ...defaultPanelOptions, timelineHeight: 120 }, 400, one)).toBe(120);
  expect(timelineHeight(defaultPanelOptions, 600, one)).toBe(160);
});
