import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { PANEL_ID } from '../pluginIds';
import type { CallTree } from '../profile/callTree';
import { depthsOf } from '../profile/depths';
import type { ProfileFrameMeta } from './frameMeta';
import { rememberTree } from './treeOfRows';
import { GRAFANA_UNITS } from './unitOfSamples';

export interface ProfileFrameOptions {
  readonly refId: string;
  /** Name of the frame, which tabs and legends show. */
  readonly name: string;
  /** Grafana's unit id for the values. Absent: by the tree's own unit. */
  readonly unit?: string;
  readonly meta: ProfileFrameMeta;
}

/**
 * A call tree as Grafana's nested-set frame (grafana/grafana packages/grafana-flamegraph/src/FlameGraph/
 * dataTransform.ts): a row a node in pre-order, so that a row is a NodeIndex, with the fields
 *
 *   level  0 for the root    value  total    self  self    label  position in the enum's texts, each name once
 *
 * and for a comparison `valueRight` and `selfRight`; `value` and `self` are then the baseline's alone. Where the tree
 * has them, `file` (enum as well, the empty text where unknown) and `line` (first line of the function, 0 where
 * unknown) follow, which Grafana's own panel passes over.
 *
 * Values are plain arrays, not typed ones, because Grafana turns frames into JSON for snapshots and the inspector.
 * While they are the same arrays, `frameToCallTree` gives the tree itself back.
 */
export function callTreeToFrame(tree: CallTree, options: ProfileFrameOptions): DataFrame {
  return frameOf(
    tree,
    options,
    fieldMakers(tree, options).map((make) => make())
  );
}

/** Trees of more nodes are turned into a frame with pauses: half a million take about as long as one task may. */
const NODES_IN_ONE_GO = 200_000;

/**
 * The same, but for a large tree the page gets a turn between two fields.
 *
 * @param signal rejects with its reason once it is aborted
 */
export async function callTreeToFrameInTurns(
  tree: CallTree,
  options: ProfileFrameOptions,
  signal: AbortSignal
): Promise<DataFrame> {
  if (tree.length <= NODES_IN_ONE_GO) {
    return callTreeToFrame(tree, options);
  }
  const fields: Field[] = [];
  for (const make of fieldMakers(tree, options)) {
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    fields.push(make());
  }
  return frameOf(tree, options, fields);
}

function fieldMakers(tree: CallTree, options: ProfileFrameOptions): Array<() => Field> {
  const unit = options.unit ?? GRAFANA_UNITS[tree.unit];
  const { functions, right } = tree;
  const { file, files, startLine } = functions;
  return [
    () => numbers('level', depthsOf(tree)),
    () => numbers('value', tree.total, unit),
    () => numbers('self', tree.self, unit),
    () => texts('label', tree.func, functions.names),
    ...(right === undefined
      ? []
      : [() => numbers('valueRight', right.total, unit), () => numbers('selfRight', right.self, unit)]),
    ...(file === undefined || files === undefined
      ? []
      : [
          // Enum value 0 is "no file", so files move up by one.
          () => {
            const column = tree.func.map((func) => file[func] + 1);
            return texts('file', column, ['', ...files]);
          },
          ...(startLine === undefined
            ? []
            : [
                () =>
                  numbers(
                    'line',
                    tree.func.map((func) => startLine[func])
                  ),
              ]),
        ]),
  ];
}

function frameOf(tree: CallTree, options: ProfileFrameOptions, fields: Field[]): DataFrame {
  const truncated = tree.truncated === undefined ? {} : { truncated: Array.from(tree.truncated) };
  rememberTree(fields, tree);
  return {
    refId: options.refId,
    name: options.name,
    length: tree.length,
    fields,
    meta: {
      preferredVisualisationType: 'flamegraph',
      preferredVisualisationPluginId: PANEL_ID,
      custom: { pyrolens: { ...options.meta, ...truncated } },
    },
  };
}

/**
 * With its least and greatest value: Grafana looks for them in every field of numbers that does not say so before it
 * hands frames to a panel, which in a million rows takes longer than to draw them.
 */
function numbers(name: string, column: ArrayLike<number>, unit?: string): Field<number> {
  const values = plain(column);
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    min = value < min ? value : min;
    max = value > max ? value : max;
  }
  const config = { ...(unit === undefined ? {} : { unit }), ...(values.length === 0 ? {} : { min, max }) };
  return { name, type: FieldType.number, config, values };
}

function texts(name: string, column: ArrayLike<number>, text: readonly string[]): Field<number> {
  return {
    name,
    type: FieldType.enum,
    config: { type: { enum: { text: text.slice() } } },
    values: plain(column),
  };
}

function plain(column: ArrayLike<number>): number[] {
  const values = new Array<number>(column.length);
  for (let row = 0; row < values.length; row++) {
    values[row] = column[row];
  }
  return values;
}
