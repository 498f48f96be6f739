import { epochMs } from '../base/units';
import { linkText, LONGEST_LINK, viewOfLink, type LinkedView } from './linkText';

const view: LinkedView = {
  tab: 'A/1',
  state: {
    focus: ['main', 'parse'],
    search: 'j|x',
    searchIsRegex: true,
    searchIn: 'package',
    chosen: 'parse',
    view: 'sandwich',
    isInverted: true,
    orientation: 'root-bottom',
    colours: 'file',
    align: 'right',
    diffBy: 'value',
    filters: [{ rule: { kind: 'without', match: { by: 'text', value: 'gc' } }, off: true }],
  },
  range: { from: epochMs(1000), to: epochMs(2000), comparedWith: 'rest' },
};

test('a link brings back all that was chosen', () => {
  expect(viewOfLink(linkText(view))).toEqual(view);
});

test('where nothing was chosen there is nothing to link to', () => {
  expect(linkText({})).toBe('');
  expect(linkText({ state: { focus: undefined } })).toBe('');
  expect(viewOfLink('')).toEqual({});
});

test('a long place gives way before what is short, and a link never grows beyond its bound', () => {
  const focus = Array.from({ length: 100 }, (_, depth) => `com.example.checkout.Handler${depth}.handle`);
  const text = linkText({ ...view, state: { ...view.state, focus } });
  expect(text.length).toBeLessThanOrEqual(LONGEST_LINK);
  expect(viewOfLink(text)).toEqual({ ...view, state: { ...view.state, focus: undefined } });
  const search = 'x'.repeat(3000);
  expect(viewOfLink(linkText({ ...view, state: { search, view: 'table' } })).state).toEqual({ view: 'table' });
});

test.each([
  ['no JSON', '{"v":1'],
  ['another version', '{"v":2,"state":{"view":"table"}}'],
  ['no object', '[1]'],
  ['null', 'null'],
  ['longer than any of ours', `{"v":1,"tab":"${'x'.repeat(LONGEST_LINK)}"}`],
])('of a link that is %s nothing is taken', (_, text) => {
  expect(viewOfLink(text)).toEqual({});
});

test('of a link by another hand only what it may say is taken', () => {
  const text = JSON.stringify({
    v: 1,
    tab: 7,
    state: {
      view: 'auto',
      focus: ['main', 1],
      search: { toString: 'x' },
      isInverted: 'yes',
      colours: 'constructor',
      chosen: 'main',
      filters: [{ rule: { kind: 'eval' } }, { rule: { kind: 'only-my-code' } }, null],
      __proto__: { polluted: true },
      other: 1,
    },
    range: { from: 5, to: 2 },
  });
  expect(viewOfLink(text)).toEqual({ state: { chosen: 'main', filters: [{ rule: { kind: 'only-my-code' } }] } });
});
