import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { DecodeError } from '../base/decodeError';
import { ROOT_NAME, type CallTree, type FunctionIndex } from '../profile/callTree';
import { FunctionInterner } from '../profile/functionInterner';
import { pyrolensMeta } from './frameMeta';
import {
  fieldNamed,
  nestedSetFields,
  readNumbers,
  readTexts,
  type NestedSetFields,
  type TextColumn,
} from './nestedSetFields';
import { sampleUnitOfGrafana } from './unitOfSamples';

/**
 * Reads the nested-set frame of any data source (the form is described at `callTreeToFrame`). `label` may be an enum
 * or text, values plain or typed arrays; `self` may be missing: it is then what the children leave of the value. A row
 * whose value is less than it holds is raised to that, so that no box sticks out of its caller. A missing value is 0.
 *
 * If the first row is the only one at level 0 it is the root, and rows are NodeIndices. If there are several such rows
 * a root "total" is put above them, and row `i` is node `i + 1`.
 *
 * @throws DecodeError 'nested set', with the row, if fields are missing, levels do not nest, or a value is no finite
 *   number
 */
export function frameToCallTree(frame: DataFrame): CallTree {
  const fields = nestedSetFields(frame);
  const levels = readNumbers(fields.level, frame.length);
  const rootRows = checkLevels(levels);
  const shift = rootRows === 1 ? 0 : 1;
  const length = frame.length + shift;
  const columns = structureOf(levels, length, shift);
  const label = readTexts(fields.label, frame.length);
  const functions = new FunctionInterner(shift === 0 ? label.texts[label.codes[0]] : ROOT_NAME);
  const functionOf = functionReader(label, fields, functions);
  const func = new Uint32Array(length);
  for (let row = 1 - shift; row < frame.length; row++) {
    func[row + shift] = functionOf(row);
  }
  const baseline = sideOf(columns.parent, fields.value, fields.self, shift);
  const right =
    fields.valueRight === undefined ? undefined : sideOf(columns.parent, fields.valueRight, fields.selfRight, shift);
  const note = pyrolensMeta(frame);
  const truncated = note?.kind === 'profile' ? truncatedOf(note.truncated, columns.subtreeEnd, shift) : undefined;
  return {
    length,
    ...columns,
    func,
    ...baseline,
    functions: functions.table(),
    unit: sampleUnitOfGrafana(fields.value.config.unit),
    ...(right === undefined ? {} : { right }),
    ...(truncated === undefined ? {} : { truncated }),
  };
}

/** Whether a frame has the fields of a nested set, with the types that they need: `self` is not one of them. */
export function isProfileFrame(frame: DataFrame): boolean {
  return (
    fieldNamed(frame, 'level', FieldType.number) !== undefined &&
    fieldNamed(frame, 'value', FieldType.number) !== undefined &&
    fieldNamed(frame, 'label', FieldType.enum, FieldType.string) !== undefined
  );
}

/** Number of rows at level 0. */
function checkLevels(levels: Float64Array): number {
  let roots = 0;
  let above = -1;
  for (let row = 0; row < levels.length; row++) {
    const level = levels[row];
    if (!Number.isInteger(level) || level < 0 || level > above + 1) {
      throw new DecodeError('nested set', row, `level ${level} cannot follow ${row === 0 ? 'the start' : above}`);
    }
    roots += level === 0 ? 1 : 0;
    above = level;
  }
  return roots;
}

function structureOf(levels: Float64Array, length: number, shift: 0 | 1) {
  const parent = new Int32Array(length).fill(-1);
  const subtreeEnd = new Uint32Array(length);
  /** Level -> the last node there. */
  const lastAt = new Uint32Array(length + 1);
  for (let row = 0; row < levels.length; row++) {
    const depth = levels[row] + shift;
    const node = row + shift;
    lastAt[depth] = node;
    if (depth > 0) {
      parent[node] = lastAt[depth - 1];
    }
  }
  for (let node = length - 1; node >= 0; node--) {
    // What lies in the subtree stands behind, and has passed its own end up.
    subtreeEnd[node] = Math.max(subtreeEnd[node], node + 1);
    if (node > 0) {
      subtreeEnd[parent[node]] = Math.max(subtreeEnd[parent[node]], subtreeEnd[node]);
    }
  }
  return { parent, subtreeEnd };
}

/** Totals and self values of one side, per node. */
function sideOf(parent: Int32Array, value: Field, self: Field | undefined, shift: 0 | 1) {
  const length = parent.length;
  const total = new Float64Array(length);
  total.set(readNumbers(value, length - shift), shift);
  const own = new Float64Array(length);
  if (self !== undefined) {
    own.set(readNumbers(self, length - shift), shift);
  }
  // A profile that is a difference has negative values, to which "no less than it holds" does not apply.
  const isDifference = total.some((entry) => entry < 0) || own.some((entry) => entry < 0);
  const called = new Float64Array(length);
  for (let node = length - 1; node >= 0; node--) {
    if (!isDifference) {
      total[node] = Math.max(total[node], called[node] + own[node]);
    } else if (node === 0 && shift === 1) {
      total[0] = called[0];
    }
    if (self === undefined) {
      own[node] = total[node] - called[node];
    }
    if (node > 0) {
      called[parent[node]] += total[node];
    }
  }
  return { total, self: own };
}

/** Row -> number of its function in `functions`. */
function functionReader(
  label: TextColumn,
  fields: NestedSetFields,
  functions: FunctionInterner
): (row: number) => FunctionIndex {
  const rows = label.codes.length;
  if (fields.file === undefined) {
    const known = new Int32Array(label.texts.length).fill(-1);
    return (row) => {
      const code = label.codes[row];
      if (known[code] === -1) {
        known[code] = functions.intern(label.texts[code]);
      }
      return known[code];
    };
  }
  const file = readTexts(fields.file, rows);
  const line = fields.line === undefined ? new Float64Array(rows) : readNumbers(fields.line, rows);
  return (row) => {
    const fileText = file.texts[file.codes[row]];
    const place = fileText === '' ? undefined : { file: fileText, startLine: line[row] };
    return functions.intern(label.texts[label.codes[row]], place);
  };
}

/** The rows that our own data source marked as cut, as far as they are leaves here. */
function truncatedOf(rows: readonly number[] | undefined, subtreeEnd: Uint32Array, shift: 0 | 1) {
  const leaves = (rows ?? []).map((row) => row + shift).filter((node) => subtreeEnd[node] === node + 1);
  return leaves.length === 0 ? undefined : Uint32Array.from(leaves);
}
