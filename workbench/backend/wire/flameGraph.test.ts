import { decodeFlameGraph, decodeFlameGraphDiff } from '../../../src/profile/decodeFlameGraph';
import { diffTrees } from '../../../src/profile/diffTrees';
import { callTreeToText, textProfile } from '../../../src/profile/textProfile';
import { binaryFlameGraph, type FlameGraphJson } from '../../../src/pyroscope/testing/binaryForm';
import { recordedBody, recordedCase } from '../../../src/pyroscope/testing/recordings';
import { encodeFlameGraph, flameGraphJson } from './encodeFlameGraph';
import { flameGraph, flameGraphDiff } from './flameGraph';

const options = { unit: 'nanoseconds', maxNodes: 1_000_000 } as const;

function recordedFlameGraph(name: string): FlameGraphJson {
  return (JSON.parse(new TextDecoder().decode(recordedBody(recordedCase(name)))) as { flamegraph: FlameGraphJson })
    .flamegraph;
}

test('a bar stands under its caller, after what the caller spends itself', () => {
  const graph = flameGraph(
    textProfile(`
      main      10
        parse    4
          read   4
        render   5
      start      2`)
  );
  expect(flameGraphJson(graph)).toEqual({
    names: ['total', 'start', 'main', 'render', 'parse', 'read'],
    levels: [
      { values: ['0', '12', '0', '0'] },
      { values: ['0', '10', '1', '2', '0', '2', '2', '1'] },
      { values: ['1', '4', '0', '4', '0', '5', '5', '3'] },
      { values: ['1', '4', '4', '5'] },
    ],
    total: '12',
    maxSelf: '5',
  });
});

test('an empty profile is one empty bar', () => {
  expect(flameGraphJson(flameGraph(textProfile('')))).toEqual({
    names: ['total'],
    levels: [{ values: ['0', '0', '0', '0'] }],
  });
});

test.each([
  'flamegraph/checkout.process_cpu_cpu',
  'flamegraph/orders.process_cpu_cpu',
  'flamegraph/checkout.cpu-max-16',
])('%s is laid out as the backend lays it out', (name) => {
  const recorded = recordedFlameGraph(name);
  const graph = flameGraph(decodeFlameGraph(binaryFlameGraph(recorded), options));
  expect(flameGraphJson(graph)).toEqual(recorded);
});

test.each([
  'diff/checkout.two-selectors',
  'diff/checkout.two-selectors-max-64',
  'diff/checkout.right-empty',
  'diff/none.both-empty',
])('%s is laid out as the backend lays it out', (name) => {
  const recorded = recordedFlameGraph(name);
  const graph = flameGraphDiff(decodeFlameGraphDiff(binaryFlameGraph(recorded), options));
  expect(flameGraphJson(graph)).toEqual(recorded);
});

test('both binary forms are read again as the same trees', () => {
  const left = textProfile(`
    main      10
      parse    4
      render   5`);
  const right = textProfile(`
    main       3
      render   3
    gc         8`);
  expect(callTreeToText(decodeFlameGraph(encodeFlameGraph(flameGraph(left)), options))).toBe(callTreeToText(left));
  const both = diffTrees(left, right);
  expect(callTreeToText(decodeFlameGraphDiff(encodeFlameGraph(flameGraphDiff(both)), options))).toBe(
    callTreeToText(both)
  );
});
