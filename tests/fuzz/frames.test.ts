import { type DataFrame, FieldType } from '@grafana/data';
import fc from 'fast-check';
import { DecodeError } from '../../src/base/decodeError';
import { frameToCallTree, isProfileFrame } from '../../src/frames/frameToCallTree';
import type { CallTree } from '../../src/profile/callTree';
import { invertTree } from '../../src/profile/invertTree';
import { expectWellFormed } from '../../src/profile/testing/expectWellFormed';
import { anyName, namesOf } from '../../src/profile/testing/stacks';
import { topTable } from '../../src/profile/topTable';

/*
 * Rows of any data source: whatever they hold, reading them gives a tree that keeps its promises, or refuses them with a
 * DecodeError that names the row.
 */

const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 1000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

const odd: fc.Arbitrary<unknown> = fc.constantFrom(
  null,
  undefined,
  NaN,
  Infinity,
  -Infinity,
  '',
  '3',
  true,
  {},
  1e308,
  -0
);
const anyValue = fc.oneof(
  { weight: 9, arbitrary: fc.nat(1000) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: odd }
);
/** Steps down by one or up by any, as levels do, and now and then what they may not be. */
const anyLevels = fc
  .array(fc.oneof({ weight: 30, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: odd }), {
    maxLength: 12,
  })
  .map((steps) => {
    let level = -1;
    return steps.map((step) => {
      if (typeof step === 'number' && Number.isInteger(step)) {
        level = Math.max(0, level + 1 - step);
        return level;
      }
      return step;
    });
  });

interface Rows {
  readonly levels: readonly unknown[];
  readonly values: readonly unknown[];
  readonly selfs?: readonly unknown[];
  readonly rights?: readonly unknown[];
  readonly labels: readonly unknown[];
  readonly isEnum: boolean;
}

const anyColumn = fc.array(anyValue, { minLength: 12, maxLength: 12 });
const anyRows: fc.Arbitrary<Rows> = fc.record(
  {
    levels: anyLevels,
    values: anyColumn,
    selfs: anyColumn,
    rights: anyColumn,
    labels: fc.array(fc.oneof({ weight: 9, arbitrary: anyName }, { weight: 1, arbitrary: odd }), {
      minLength: 12,
      maxLength: 12,
    }),
    isEnum: fc.boolean(),
  },
  { requiredKeys: ['levels', 'values', 'labels', 'isEnum'] }
);

const TEXTS = ['total', 'a', 'b', 'main.(*Server).serve'];

function frameOf({ levels, values, selfs, rights, labels, isEnum }: Rows): DataFrame {
  const field = (name: string, type: FieldType, column: readonly unknown[], config = {}) => ({
    name,
    type,
    config,
    values: column.slice(0, levels.length),
  });
  const codes = labels.map((label, at) =>
    typeof label === 'string' ? (label.length + at) % (TEXTS.length + 1) : label
  );
  return {
    length: levels.length,
    fields: [
      field('level', FieldType.number, levels),
      field('value', FieldType.number, values),
      ...(selfs === undefined ? [] : [field('self', FieldType.number, selfs)]),
      ...(rights === undefined ? [] : [field('valueRight', FieldType.number, rights)]),
      isEnum
        ? field('label', FieldType.enum, codes, { type: { enum: { text: TEXTS } } })
        : field('label', FieldType.string, labels),
    ],
  };
}

function read(frame: DataFrame): CallTree | undefined {
  try {
    return frameToCallTree(frame);
  } catch (error) {
    if (!(error instanceof DecodeError)) {
      throw error;
    }
    return undefined;
  }
}

const check = (property: fc.IProperty<[Rows]>) => fc.assert(property, { numRuns: ROUNDS, seed: SEED });

test(`${ROUNDS} frames of any rows, of seed ${SEED}, are read or refused`, () => {
  let isRead = 0;
  check(
    fc.property(anyRows, (rows) => {
      const frame = frameOf(rows);
      expect(isProfileFrame(frame)).toBe(true);
      const tree = read(frame);
      if (tree !== undefined) {
        isRead++;
        const sides = tree.right === undefined ? [tree] : [tree, tree.right];
        const isNegative = sides.some(({ total, self }) => [...total, ...self].some((value) => value < 0));
        expectWellFormed(tree, { values: isNegative ? 'any finite' : 'profile' });
        expectWellFormed(invertTree(tree, { maxNodes: 50 }), { values: 'any finite' });
        topTable(tree);
      }
    })
  );
  // Otherwise nothing was tried but refusals.
  expect(isRead).toBeGreaterThan(ROUNDS / 10);
});

test('the stacks of rows are what their levels say, the slow way', () => {
  check(
    fc.property(anyRows, (rows) => {
      fc.pre(!rows.isEnum && rows.levels.length > 0 && rows.labels.every((label) => typeof label === 'string'));
      const tree = read(frameOf(rows));
      fc.pre(tree !== undefined);
      const tops = rows.levels.filter((level) => level === 0 || level === undefined || level === null).length;
      const path: unknown[] = [];
      const slow = rows.levels.map((level, at) => {
        path.length = Number(level ?? 0);
        path.push(rows.labels[at]);
        return tops === 1 ? path.slice(1) : [...path];
      });
      const nodes = Array.from({ length: rows.levels.length }, (_, row) => row + (tops === 1 ? 0 : 1));
      expectWellFormed(tree, { values: 'any' });
      expect(nodes.map((node) => namesOf(tree, node))).toEqual(slow);
    })
  );
});
