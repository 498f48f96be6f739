import { textProfile } from '../profile/textProfile';
import { buffersIn } from './decodeAnswer';
import { withOwnColumns } from './ownColumns';
import { postedTree } from './postedTree';

const tree = textProfile(`
  main      10
    parse    4
    قياس<T>  3
    other    2
  `);

/** The outcome, and how many turns the page had before. */
function copied<T>(value: T) {
  const copying = withOwnColumns(value);
  for (let turns = 0; ; turns++) {
    const step = copying.next();
    if (step.done === true) {
      return { own: step.value, turns };
    }
  }
}

test('columns that are posted are copies: whoever posts them still has theirs', () => {
  const diff = { ...tree, right: { total: tree.total, self: tree.self }, truncated: Uint32Array.of(4) };
  const before = structuredClone(postedTree(diff));
  const job = { filters: [{ rule: 'x' }], on: { id: 3, posted: postedTree(diff) } };
  const { own, turns } = copied(job);
  expect(turns).toBe(0);
  const received = structuredClone(own, { transfer: buffersIn(own) });
  expect(received).toEqual({ filters: [{ rule: 'x' }], on: { id: 3, posted: before } });
  expect(own.on.posted.tree.total).toHaveLength(0);
  expect(postedTree(diff)).toEqual(before);
});

test('the page has turns while much is copied, whatever the columns hold, and the copy is whole', () => {
  const bytes = Uint8Array.from({ length: 20_000_001 }, (_, at) => at);
  const numbers = Float64Array.from({ length: 2_500_003 }, (_, at) => at / 3);
  const { own, turns } = copied({ bytes, more: { numbers } });
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(own.more.numbers).toBeInstanceOf(Float64Array);
  expect(Buffer.compare(own.bytes, bytes)).toBe(0);
  expect(Buffer.compare(Buffer.from(own.more.numbers.buffer), Buffer.from(numbers.buffer))).toBe(0);
});
