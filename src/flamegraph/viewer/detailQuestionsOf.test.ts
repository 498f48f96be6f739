import { epochMs } from '../../base/units';
import { pprofOfTree } from '../../profile/export/pprofOfTree';
import { encodePprof } from '../../profile/pprof/encodePprof';
import type { ProfileQuestion, ProfileSource } from '../../profile/profileSource';
import { textProfile } from '../../profile/textProfile';
import { detailQuestionsOf } from './detailQuestionsOf';

const question = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{}',
  from: epochMs(0),
  to: epochMs(60_000),
};
const { signal } = new AbortController();
const plain: ProfileSource = { version: 1, profile: () => new Promise(() => undefined) };

test('what a data source cannot answer is not asked', () => {
  expect(Object.values(detailQuestionsOf({ source: plain, question }, 'main', undefined)).filter(Boolean)).toEqual([]);
  expect(Object.values(detailQuestionsOf(undefined, 'main', undefined)).filter(Boolean)).toEqual([]);
});

test('each value of a label says what the function has in it, and nothing where it is not', async () => {
  const byLabel = jest.fn(async () => [
    { value: 'eu', tree: textProfile('main 9\n  parse 4') },
    { value: 'us', tree: textProfile('gc 5') },
  ]);
  const { byLabel: ask } = detailQuestionsOf({ source: { ...plain, byLabel }, question }, 'main', undefined);
  expect(await ask?.('region', signal)).toEqual([
    { value: 'eu', self: 5, total: 9, whole: 9 },
    { value: 'us', self: 0, total: 0, whole: 5 },
  ]);
  expect(byLabel).toHaveBeenCalledWith(question, 'region', 12, signal);
});

test('lines are read from the pprof profile of the question', async () => {
  const tree = textProfile('main 9');
  const withLines = {
    ...tree,
    functions: {
      ...tree.functions,
      file: Int32Array.from(tree.functions.names, () => 0),
      files: ['main.go'],
      startLine: Int32Array.from(tree.functions.names, () => 12),
    },
  };
  const bytes = encodePprof(pprofOfTree(withLines, { sampleType: 'cpu', from: question.from, duration: 60_000 }));
  const { lines } = detailQuestionsOf({ source: { ...plain, pprof: async () => bytes }, question }, 'main', undefined);
  expect(await lines?.(signal)).toMatchObject({ file: 'main.go', lines: { total: Float64Array.of(9) } });
});

test('lines of a comparison are read of both sides, of snapshots of what is compared alone', async () => {
  const asked: unknown[] = [];
  const pprof = async (one: ProfileQuestion) => {
    asked.push(one.from);
    return encodePprof(pprofOfTree(textProfile('main 9'), { sampleType: 'cpu', from: one.from, duration: 60_000 }));
  };
  const baseline = { ...question, from: epochMs(-60_000), to: epochMs(0) };
  const source = { ...plain, pprof };
  const { lines, baselineLines } = detailQuestionsOf({ source, question, baseline }, 'main', undefined);
  await Promise.all([lines?.(signal), baselineLines?.(signal)]);
  expect(asked).toEqual([0, -60_000]);
  const average = { source, question, baseline, averageTotal: 3 };
  expect(detailQuestionsOf(average, 'main', undefined).baselineLines).toBeUndefined();
});

test('lines of snapshots are an average, as the tree is, and no sum', async () => {
  const sum = textProfile('main 12\n  parse 8');
  const withLines = {
    ...sum,
    functions: { ...sum.functions, startLine: Int32Array.from(sum.functions.names, () => 7) },
  };
  const bytes = encodePprof(pprofOfTree(withLines, { sampleType: 'cpu', from: question.from, duration: 60_000 }));
  const source = { ...plain, pprof: async () => bytes };
  const { lines } = detailQuestionsOf({ source, question, averageTotal: 3 }, 'parse', undefined);
  expect(await lines?.(signal)).toMatchObject({ lines: { self: Float64Array.of(2), total: Float64Array.of(2) } });
});

describe('lines of several profile types', () => {
  const inNewTlab = 'memory:alloc_in_new_tlab_bytes:bytes:space:bytes';
  const outsideTlab = 'memory:alloc_outside_tlab_bytes:bytes:space:bytes';
  /** What the backend has of a type, in a function at line 7. */
  const fileOf = (text: string, sampleType: string) => {
    const tree = textProfile(text, 'bytes');
    const { names } = tree.functions;
    const functions = { ...tree.functions, startLine: Int32Array.from(names, () => 7) };
    return encodePprof(pprofOfTree({ ...tree, functions }, { sampleType, from: question.from, duration: 60_000 }));
  };

  test('are those of all of them, added up, each asked for by itself', async () => {
    const pprof = jest.fn(async ({ profileTypeId }: ProfileQuestion) =>
      profileTypeId === inNewTlab
        ? fileOf('main 9', 'alloc_in_new_tlab_bytes')
        : fileOf('main 4', 'alloc_outside_tlab_bytes')
    );
    const both = { ...question, profileTypeId: inNewTlab, otherProfileTypeIds: [outsideTlab] };
    const { lines } = detailQuestionsOf({ source: { ...plain, pprof }, question: both }, 'main', undefined);
    expect(await lines?.(signal)).toMatchObject({ lines: { line: Uint32Array.of(7), total: Float64Array.of(13) } });
    expect(pprof.mock.calls.map(([one]) => [one.profileTypeId, one.otherProfileTypeIds])).toEqual([
      [inNewTlab, undefined],
      [outsideTlab, undefined],
    ]);
  });

  test('of snapshots are told to be unknown, where no average of them is', async () => {
    const both = {
      ...question,
      profileTypeId: 'memory:inuse_space:bytes:space:bytes',
      otherProfileTypeIds: ['memory:inuse_space:bytes:arena:bytes'],
    };
    const source = { ...plain, pprof: async () => fileOf('main 9', 'inuse_space') };
    const { lines } = detailQuestionsOf({ source, question: both }, 'main', undefined);
    await expect(lines?.(signal)).rejects.toThrow(/Look at one profile type alone/);
  });
});
