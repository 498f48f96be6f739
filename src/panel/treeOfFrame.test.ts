import type { DataFrame } from '@grafana/data';
import { callTreeToFrame } from '../frames/callTreeToFrame';
import { epochMs } from '../base/units';
import { callTreeToText, textProfile } from '../profile/textProfile';
import { treeOfFrame } from './treeOfFrame';

const tree = textProfile(`
  main    10
    parse  4`);
/** From elsewhere: rows that do not know the tree that they were made of. */
const frame = (): DataFrame => {
  const made = callTreeToFrame(tree, {
    refId: 'A',
    name: 'CPU',
    meta: {
      version: 1,
      kind: 'profile',
      title: 'CPU',
      question: { profileTypeId: 'cpu', labelSelector: '{}', from: epochMs(0), to: epochMs(1) },
    },
  });
  return { ...made, fields: made.fields.map((field) => ({ ...field, values: field.values.slice() })) };
};

test('a new frame around the same rows is the same tree, other rows are another', () => {
  const first = frame();
  const sameRows = { ...first, fields: first.fields.map((field) => ({ ...field })) };
  expect(callTreeToText(treeOfFrame(first))).toBe(callTreeToText(tree));
  expect(treeOfFrame(sameRows)).toBe(treeOfFrame(first));
  expect(treeOfFrame(frame())).not.toBe(treeOfFrame(first));
});

test('rows that the user gave another unit are read with it', () => {
  const first = frame();
  treeOfFrame(first);
  const inBytes = {
    ...first,
    fields: first.fields.map((field) => ({ ...field, config: { ...field.config, unit: 'bytes' } })),
  };
  expect(treeOfFrame(inBytes).unit).toBe('bytes');
});
