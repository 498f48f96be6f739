import { problemOf } from '../../src/base/problem';
import { DecodeError } from '../../src/base/decodeError';
import type { CallTree } from '../../src/profile/callTree';
import { invertTree } from '../../src/profile/invertTree';
import { expectWellFormed } from '../../src/profile/testing/expectWellFormed';
import { callTreeToText } from '../../src/profile/textProfile';
import { topTable } from '../../src/profile/topTable';
import { addToCorpus, readCorpus } from './corpus';
import { FORMATS } from './formats';
import { diceOf, mutateBytes } from './mutateBytes';

/** Mutated inputs a format. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** Whether inputs that end in a way which the corpus did not know are added to it. */
const GROWS = process.env.FUZZ_GROW === '1';

/**
 * How reading the bytes ends: the reason of a refusal, or what the trees have in them. Two inputs with one outcome went
 * much the same way. Any error but a refusal, and any tree that breaks its promises, fails the test.
 */
function outcomeOf(format: string, bytes: Uint8Array): string {
  let trees: readonly CallTree[];
  try {
    trees = FORMATS[format](bytes);
  } catch (error) {
    if (!(error instanceof DecodeError)) {
      throw error;
    }
    return (problemOf(error).detail ?? '').replace(/^.*? at \d+: /, '').replace(/-?\d[\d.e+]*/g, 'N');
  }
  return trees.map(traitsOf).join(' | ');
}

function traitsOf(tree: CallTree): string {
  const sides = tree.right === undefined ? [tree] : [tree, tree.right];
  const isNegative = sides.some(({ self, total }) => [...self, ...total].some((value) => value < 0));
  expectWellFormed(tree, { values: isNegative ? 'any finite' : 'profile' });
  // What is done with every answer must cope with it as well.
  expectWellFormed(invertTree(tree, { maxNodes: 50 }), { values: isNegative ? 'any finite' : 'profile' });
  topTable(tree);
  callTreeToText(tree);
  const size = tree.length === 1 ? 'empty' : tree.length < 10 ? 'few nodes' : 'nodes';
  return [size, tree.truncated && 'cut', isNegative && 'negative', tree.functions.file && 'files']
    .filter(Boolean)
    .join();
}

describe.each(Object.keys(FORMATS))('%s', (format) => {
  const corpus = readCorpus(format);

  test.each(corpus)('$name is read or refused', ({ bytes }) => {
    expect(outcomeOf(format, bytes)).toEqual(expect.any(String));
  });

  test(`${ROUNDS} mutations of the corpus, of seed ${SEED}, are read or refused`, () => {
    const dice = diceOf(SEED);
    const inputs = corpus.map(({ bytes }) => bytes);
    const known = new Set(inputs.map((bytes) => outcomeOf(format, bytes)));
    for (let round = 0; round < ROUNDS; round++) {
      const mutated = mutateBytes(inputs[dice(inputs.length)], inputs[dice(inputs.length)], dice);
      let outcome: string;
      try {
        outcome = outcomeOf(format, mutated);
      } catch (error) {
        throw new Error(`Round ${round} failed; its input is kept as ${addToCorpus(format, 'failed', mutated)}.`, {
          cause: error,
        });
      }
      if (GROWS && !known.has(outcome)) {
        known.add(outcome);
        inputs.push(mutated);
        addToCorpus(format, 'found', mutated);
      }
    }
  });
});

test('a mutation is the same for a seed, and another for another', () => {
  const mutate = (seed: number) => mutateBytes(Uint8Array.of(1, 2, 3, 4, 5), Uint8Array.of(9, 8), diceOf(seed));
  expect(mutate(7)).toEqual(mutate(7));
  expect(new Set([1, 2, 3, 4, 5].map((seed) => String(mutate(seed)))).size).toBeGreaterThan(3);
});
