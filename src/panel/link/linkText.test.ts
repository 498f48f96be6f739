import { epochMs } from '../../base/units';
import { linkText as linkWithWords, LONGEST_LINK, viewOfLink, type LinkedView } from './linkText';
import { wordOfText } from './textWord';

const linkText = (one: LinkedView) => linkWithWords(one).text;
const written = (json: string) => `1.${wordOfText(json)}`;

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
    sandwichSplit: 0.25,
    areDetailsOpen: true,
    sort: { column: 'total', descending: false },
    filters: [{ rule: { kind: 'without', match: { by: 'text', value: 'gc' } }, off: true }],
  },
  range: { from: epochMs(1000), to: epochMs(2000), comparedWith: 'rest' },
  single: {
    time: 1500,
    value: 0.5,
    valueText: '8.2 s',
    labels: [{ name: 'pod', value: 'a' }],
    profileId: '7f3c9a01',
    spanId: 'a1b2',
    traceId: 'c3',
  },
  plot: { kind: 'heatmap', hidden: ['pod b', 'pod c'] },
};

test('a link brings back all that was chosen', () => {
  expect(viewOfLink(linkText(view))).toEqual(view);
});

test('where nothing was chosen there is nothing to link to', () => {
  expect(linkText({})).toBe('');
  expect(viewOfLink('')).toEqual({});
});

test('what its sender has taken back, the options of the panel do not bring again', () => {
  expect(viewOfLink(linkText({ state: {} }))).toEqual({ state: {} });
});

test('a long place gives way before what is short, and a link never grows beyond its bound', () => {
  const focus = Array.from({ length: 100 }, (_, depth) => `com.example.checkout.Handler${depth}.handle`);
  const text = linkText({ ...view, state: { ...view.state, focus } });
  expect(text.length).toBeLessThanOrEqual(LONGEST_LINK);
  expect(viewOfLink(text)).toEqual({ ...view, state: { ...view.state, focus: undefined } });
  const search = 'x'.repeat(3000);
  expect(viewOfLink(linkText({ ...view, state: { search, view: 'table' } })).state).toEqual({ view: 'table' });
});

test('what has no room is said', () => {
  const { leftOut } = linkWithWords({ state: { focus: ['x'.repeat(3000)], search: 'y'.repeat(3000), view: 'table' } });
  expect(leftOut).toEqual(['the zoom', 'the search']);
  expect(linkWithWords(view).leftOut).toEqual([]);
  const hidden = Array.from({ length: 200 }, (_, pod) => `checkout-${pod}`);
  const pods = linkWithWords({ state: { search: 'j' }, plot: { kind: 'heatmap', hidden } });
  expect(pods.leftOut).toEqual(['the hidden series']);
  expect(viewOfLink(pods.text)).toEqual({ state: { search: 'j' }, plot: { kind: 'heatmap' } });
});

test('names of every language come through, in letters that need no escaping', () => {
  const state = { chosen: '<init>.قياس"{}[]&?#+/ 🔥', search: '"' };
  expect(linkText({ state })).toMatch(/^[\w.-]+$/);
  expect(viewOfLink(linkText({ state }))).toEqual({ state });
});

const table = '{"state":{"view":"table"}}';
test.each([
  ['no version', wordOfText(table)],
  ['another version', `2.${wordOfText(table)}`],
  ['no word', '1.{"state":{"view":"table"}}'],
  ['no UTF-8', '1._w'],
  ['no JSON', written('{"state"')],
  ['no object', written('[1]')],
  ['null', written('null')],
  ['longer than any of ours', written(`{"tab":"${'x'.repeat(LONGEST_LINK)}"}`)],
])('of a link that is %s nothing is taken', (_, text) => {
  expect(viewOfLink(text)).toEqual({});
  expect(viewOfLink(written(table))).toEqual({ state: { view: 'table' } });
});

test('of a link by another hand only what it may say is taken', () => {
  const text = JSON.stringify({
    tab: 7,
    state: {
      view: 'auto',
      focus: ['main', 1],
      search: { toString: 'x' },
      isInverted: 'yes',
      colours: 'constructor',
      chosen: 'main',
      sandwichSplit: 2,
      areDetailsOpen: 'yes',
      sort: { column: 5, descending: true },
      filters: [{ rule: { kind: 'eval' } }, { rule: { kind: 'only-my-code' } }, null],
      __proto__: { polluted: true },
      other: 1,
    },
    range: { from: 5, to: 2 },
    single: { time: 1, value: 2, labels: [{ name: 'pod' }] },
    plot: { kind: 'pie', hidden: ['a', 1] },
  });
  expect(viewOfLink(written(text))).toEqual({
    state: { chosen: 'main', filters: [{ rule: { kind: 'only-my-code' } }] },
    plot: {},
  });
});
