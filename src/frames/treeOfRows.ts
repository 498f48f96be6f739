import type { Field } from '@grafana/data';
import type { CallTree } from '../profile/callTree';

/**
 * The data source and the panel are two bundles on one page. What one writes into rows the other would read out of them
 * again, which for a million nodes is a task that the user feels. So the rows remember the tree that they were made of.
 * A registered symbol is the same in all bundles, and is in no copy, no JSON and no snapshot: those are read.
 */
const TREE = Symbol.for('pyrolens-profiles-app/call-tree/1');

interface Origin {
  readonly tree: CallTree;
  /** Name of a field -> its rows. */
  readonly rows: Readonly<Record<string, unknown>>;
}

interface RowsWithOrigin {
  [TREE]?: Origin;
}

/** Lets the rows of a frame's fields remember the tree that they were made of. */
export function rememberTree(fields: readonly Field[], tree: CallTree): void {
  const level = fields.find(({ name }) => name === 'level');
  if (level !== undefined) {
    const rows = Object.fromEntries(fields.map(({ name, values }) => [name, values]));
    Object.defineProperty(level.values, TREE, { value: { tree, rows } satisfies Origin });
  }
}

/** The tree that all of these fields' rows were made of; undefined if any of them is not as it was. */
export function rememberedTree(fields: readonly Field[]): CallTree | undefined {
  const level = fields.find(({ name }) => name === 'level');
  const origin = (level?.values as RowsWithOrigin | undefined)?.[TREE];
  if (origin === undefined) {
    return undefined;
  }
  const isAsItWas =
    fields.length === Object.keys(origin.rows).length &&
    fields.every(({ name, values }) => origin.rows[name] === values);
  return isAsItWas ? origin.tree : undefined;
}
