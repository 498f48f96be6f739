import { migratePanelOptions } from './migratePanelOptions';
import { PANEL_OPTIONS_VERSION } from './panelOptions';

test('options that were saved before versions get the version and the defaults', () => {
  expect(migratePanelOptions({})).toEqual({
    schemaVersion: PANEL_OPTIONS_VERSION,
    showTimeline: true,
    timelineHeight: 160,
    view: 'auto',
  });
  expect(migratePanelOptions(undefined)).toEqual(migratePanelOptions({}));
});

test("a user's choices stay", () => {
  expect(migratePanelOptions({ showTimeline: false, timelineHeight: 90, view: 'table' })).toMatchObject({
    showTimeline: false,
    timelineHeight: 90,
    view: 'table',
  });
});

test('what a later version saved is kept for it', () => {
  expect(migratePanelOptions({ schemaVersion: 7, colours: 'by package' })).toMatchObject({
    schemaVersion: 7,
    colours: 'by package',
  });
});

test('values that cannot be used become the defaults', () => {
  expect(migratePanelOptions({ showTimeline: 'yes', timelineHeight: -4, view: 'icicle' })).toMatchObject({
    showTimeline: true,
    timelineHeight: 160,
    view: 'auto',
  });
});

test('migrating twice is migrating once', () => {
  const once = migratePanelOptions({ timelineHeight: 90, colours: 'by package' });
  expect(migratePanelOptions(once)).toEqual(once);
});
