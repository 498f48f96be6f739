import { defaultPanelOptions } from './panelOptions';
import { adoptOptions, optionsOfState, stateOfOptions } from './viewerOptions';

const hideGc = [{ rule: { kind: 'hide-frame', match: { by: 'text', value: 'gc' } } }] as const;

test('options of a new panel choose nothing', () => {
  expect(stateOfOptions(defaultPanelOptions)).toEqual({});
});

test('what is saved is what is seen again', () => {
  const state = {
    view: 'tree',
    isInverted: true,
    orientation: 'root-bottom',
    colours: 'file',
    align: 'right',
    diffBy: 'value',
    filters: hideGc,
  } as const;
  const saved = optionsOfState(defaultPanelOptions, { ...state, search: 'json', focus: ['main'], chosen: 'main' });
  expect(stateOfOptions(saved)).toEqual(state);
  expect(saved).toMatchObject({ showTimeline: true, timelineHeight: 160 });
});

test('a changed option wins over what was chosen in the panel, and leaves the rest', () => {
  const state = { view: 'table', search: 'json', filters: hideGc } as const;
  expect(adoptOptions(state, {}, { view: 'tree' })).toEqual({ view: 'tree', search: 'json', filters: hideGc });
  expect(adoptOptions(state, { view: 'tree' }, {})).toEqual({ search: 'json', filters: hideGc });
  expect(adoptOptions(state, { view: 'tree' }, { view: 'tree' })).toEqual(state);
});
