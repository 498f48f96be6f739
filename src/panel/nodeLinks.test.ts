import { callTreeToFrame } from '../frames/callTreeToFrame';
import { frameToCallTree } from '../frames/frameToCallTree';
import { epochMs } from '../base/units';
import { textProfile } from '../profile/textProfile';
import { nodeLinks } from './nodeLinks';

const question = { profileTypeId: 'p', labelSelector: '{}', from: epochMs(0), to: epochMs(1) };

function frameWithLinks(hrefOf: (row: number) => string) {
  const frame = callTreeToFrame(
    textProfile(`
      main    9
        parse 4
      gc      1`),
    { refId: 'A', name: 'CPU', meta: { version: 1, kind: 'profile', title: 'CPU', question } }
  );
  for (const field of frame.fields.filter(({ name }) => name === 'label')) {
    field.getLinks = ({ valueRowIndex = -1 }) => [
      { title: 'Logs', href: hrefOf(valueRowIndex), target: '_blank', origin: field },
    ];
  }
  return { frame, tree: frameToCallTree(frame) };
}

test('the links of a box are those of its row', () => {
  const { frame, tree } = frameWithLinks((row) => `https://logs.example/${row}`);
  expect(nodeLinks(frame, tree, 'parse', ['main', 'parse'])).toEqual([
    { title: 'Logs', href: 'https://logs.example/2', target: '_blank' },
  ]);
});

test('a function without a place has those of its first row, one that is not there has none', () => {
  const { frame, tree } = frameWithLinks((row) => `https://logs.example/${row}`);
  expect(nodeLinks(frame, tree, 'gc', undefined).map(({ href }) => href)).toEqual(['https://logs.example/3']);
  expect(nodeLinks(frame, tree, 'render', undefined)).toEqual([]);
});

test('a link of the panel, which each field has, is one link', () => {
  const { frame, tree } = frameWithLinks((row) => `https://logs.example/${row}`);
  const [label] = frame.fields.filter(({ name }) => name === 'label');
  for (const field of frame.fields.filter(({ name }) => name === 'value')) {
    field.getLinks = label.getLinks;
  }
  expect(nodeLinks(frame, tree, 'gc', undefined)).toHaveLength(1);
});

test("a link into Grafana is one of this page's host", () => {
  const { frame, tree } = frameWithLinks(() => '/d/abc?var-f=gc');
  expect(nodeLinks(frame, tree, 'gc', undefined)[0].href).toBe(`${window.location.origin}/d/abc?var-f=gc`);
});

test.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:alert(1)', 'file:///etc/passwd'])(
  'a link to %j is none',
  (href) => {
    const { frame, tree } = frameWithLinks(() => href);
    expect(nodeLinks(frame, tree, 'gc', undefined)).toEqual([]);
  }
);
