import { migratePanelOptions } from './migratePanelOptions';
import { defaultPanelOptions, PANEL_OPTIONS_VERSION } from './panelOptions';

test('options that were saved before versions get the version and the defaults', () => {
  expect(migratePanelOptions({})).toEqual({ schemaVersion: PANEL_OPTIONS_VERSION, ...defaultPanelOptions });
  expect(migratePanelOptions(undefined)).toEqual(migratePanelOptions({}));
});

test("a user's choices of the first version stay", () => {
  const saved = { schemaVersion: 1, showTimeline: false, timelineHeight: 90, view: 'table' };
  expect(migratePanelOptions(saved)).toEqual({
    ...defaultPanelOptions,
    schemaVersion: PANEL_OPTIONS_VERSION,
    showTimeline: false,
    timelineHeight: 90,
    view: 'table',
  });
});

test('what a later version saved is kept for it', () => {
  expect(migratePanelOptions({ schemaVersion: 7, depth: 12 })).toMatchObject({ schemaVersion: 7, depth: 12 });
});

test('values that cannot be used become the defaults', () => {
  const saved = { showTimeline: 'yes', timelineHeight: -4, view: 'icicle', colours: 'red', root: 1, filters: 'none' };
  expect(migratePanelOptions(saved)).toMatchObject(defaultPanelOptions);
});

test('filters that a panel cannot use are left out, the others stay in their order', () => {
  const good = [
    { rule: { kind: 'only-with', match: { by: 'package', value: 'net/http' } } },
    { rule: { kind: 'only-my-code' }, off: true },
    { rule: { kind: 'preset', preset: 'go' } },
    { rule: { kind: 'focus', path: ['main', 'parse'] } },
    { rule: { kind: 'collapse-recursion', scope: 'whole' } },
    { rule: { kind: 'only-changed', atLeast: 0.01 } },
  ];
  const bad = [
    null,
    {},
    { rule: { kind: 'explode' } },
    { rule: { kind: 'only-with' } },
    { rule: { kind: 'without', match: { by: 'colour', value: 'red' } } },
    { rule: { kind: 'preset', preset: 'cobol' } },
    { rule: { kind: 'focus', path: 'main' } },
  ];
  expect(migratePanelOptions({ filters: [...bad, ...good] }).filters).toEqual(good);
});

test('migrating twice is migrating once', () => {
  const once = migratePanelOptions({ timelineHeight: 90, depth: 12 });
  expect(migratePanelOptions(once)).toEqual(once);
});
