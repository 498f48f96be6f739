import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodePprof } from '../profile/pprof/decodePprof';
import { textProfile } from '../profile/textProfile';
import { encodeFlameGraph, encodeTree, flameGraphOf } from '../profile/testing/encoders';
import { answerJob } from './answerJob';
import { buffersIn, pprofOfAnswer, type DecodeAnswer } from './decodeAnswer';
import { combined, mapTrees, type Combination } from './combineJob';
import { decodedTree, type DecodeJob, type TreeJob } from './decodeJob';
import { KeptTrees } from './keptTrees';
import { decodedPprofTree } from './pprofJob';
import { postedTree, treeOfPosted } from './postedTree';

const options = { unit: 'nanoseconds' } as const;
const tree = textProfile(`
  main      10
    parse    4
    قياس<T>  3
    other    2
  `);
const pprof = new Uint8Array(
  gunzipSync(readFileSync(path.resolve('tests/fixtures/pyroscope/profile/orders.cpu.pb.gz')))
);

/** The answer as it comes out at the other end of a postMessage. */
function posted(job: DecodeJob): DecodeAnswer {
  const answer = answerJob(job, new KeptTrees());
  return structuredClone(answer, { transfer: buffersIn(answer) });
}

const jobs: TreeJob[] = [
  { format: 'tree', bytes: encodeTree(tree), options },
  { format: 'flame graph', bytes: encodeFlameGraph(flameGraphOf(tree)), options },
  {
    format: 'flame graph diff',
    bytes: encodeFlameGraph(flameGraphOf({ ...tree, right: { total: tree.total, self: tree.self } })),
    options,
  },
  { format: 'tree', bytes: new Uint8Array(), options: { unit: 'bytes', maxNodes: 3 } },
];

test.each(jobs.map((job) => [job.format, job] as const))('a %s is the same after it was posted', (_, job) => {
  const answer = posted(job);
  expect(answer.kind === 'tree' && treeOfPosted(answer)).toEqual(decodedTree(job));
});

const other = textProfile(`
  main   7
    read 7
  `);
const combinations: Combination[] = [
  { how: 'sum', parts: [{ tree }, { tree: other, factor: 0.5 }] },
  { how: 'diff', left: tree, right: other },
  {
    how: 'group',
    groups: [
      { name: 'eu', tree },
      { name: 'us', tree: other },
    ],
    unit: 'nanoseconds',
  },
];

test.each(combinations.map((each) => [each.how, each] as const))('a %s of trees is the same, too', (_, combination) => {
  const job = { format: 'combination', combination: mapTrees(combination, postedTree) } as const;
  const answer = posted(structuredClone(job));
  expect(answer.kind === 'tree' && treeOfPosted(answer)).toEqual(combined(combination));
});

test('a tree of a pprof profile is the same, too', () => {
  const job = { format: 'pprof tree', bytes: pprof, sampleTypeIndex: 0 } as const;
  const answer = posted(job);
  expect(answer.kind === 'tree' && treeOfPosted(answer)).toEqual(decodedPprofTree(job));
});

test('a pprof profile is the same after it was posted', () => {
  const answer = posted({ format: 'pprof', bytes: pprof });
  expect(answer.kind === 'pprof' && pprofOfAnswer(answer)).toEqual(decodePprof(pprof));
});

test('columns are transferred, not copied', () => {
  const answer = answerJob(jobs[0], new KeptTrees());
  structuredClone(answer, { transfer: buffersIn(answer) });
  expect(
    answer.kind === 'tree' && [answer.tree.total.length, answer.tree.parent.length, answer.names.lengths.length]
  ).toEqual([0, 0, 0]);
});

test('damaged bytes are a problem that says so', () => {
  const answer = posted({ format: 'tree', bytes: encodeTree(tree).slice(0, -3), options });
  expect(answer).toMatchObject({ kind: 'failed', problem: { kind: 'malformed-answer', detail: /^tree at/ } });
});
