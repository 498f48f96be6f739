import { defaultPanelOptions } from './panelOptions';
import { timelineHeight } from './timelineHeight';

test('a panel with room gives the timeline what the user chose', () => {
  expect(timelineHeight({ ...defaultPanelOptions, timelineHeight: 220 }, 900, true)).toBe(220);
});

test('a low panel gives it a third, and a tiny one nothing', () => {
  expect(timelineHeight(defaultPanelOptions, 330, true)).toBe(110);
  expect(timelineHeight(defaultPanelOptions, 100, true)).toBe(0);
});

test('it is lower where the flame graph can have its search and menus for that', () => {
  expect(timelineHeight(defaultPanelOptions, 282, true)).toBe(78);
  expect(timelineHeight(defaultPanelOptions, 250, true)).toBe(83);
});

test('without a profile it is all there is, whatever the options say', () => {
  expect(timelineHeight({ ...defaultPanelOptions, showTimeline: false }, 150, false)).toBe(150);
});

test('it can be hidden', () => {
  expect(timelineHeight({ ...defaultPanelOptions, showTimeline: false }, 900, true)).toBe(0);
});
