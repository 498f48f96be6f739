import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { DecodeError } from '../base/decodeError';
import { ROOT_NAME, type CallTree } from '../profile/callTree';
import { FunctionInterner } from '../profile/functionInterner';
import { pyrolensMeta } from './frameMeta';
import { fieldNamed, nestedSetFields, numberIn, readNumbers, readTexts, type NestedSetFields } from './nestedSetFields';
import { rememberedTree } from './treeOfRows';
import { sampleUnitOfGrafana } from './unitOfSamples';

/**
 * Reads the nested-set frame of any data source (the form is described at `callTreeToFrame`). `label` may be an enum
 * or text, values plain or typed arrays; `self` may be missing: it is then what the children leave of the value. A row
 * whose value is less than it holds is raised to that, so that no box sticks out of its caller. A missing value is 0.
 *
 * The frame of a tree of ours gives that very tree, unless its rows were changed or copied on the way.
 *
 * If the first row is the only one at level 0 it is the root, and rows are NodeIndices. If there are several such rows
 * a root "total" is put above them, and row `i` is node `i + 1`.
 *
 * @throws DecodeError 'nested set', with the row, if fields are missing, levels do not nest, or a value is no finite
 *   number
 */
export function frameToCallTree(frame: DataFrame): CallTree {
  const fields = nestedSetFields(frame);
  const unit = sampleUnitOfGrafana(fields.value.config.unit);
  const origin = rememberedTree(frame.fields);
  if (origin !== undefined) {
    return origin.unit === unit ? origin : { ...origin, unit };
  }
  const shift = isOneRooted(fields.level.values, frame.length) ? 0 : 1;
  const length = frame.length + shift;
  const columns = structureOf(fields.level.values, length, shift);
  const { func, functions } = functionsOf(fields, frame.length, shift);
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
    functions,
    unit,
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

/** Whether the first row is the only one at level 0. */
function isOneRooted(levels: readonly unknown[], rows: number): boolean {
  const second = levels.indexOf(0, 1);
  return rows > 0 && (second < 0 || second >= rows);
}

function structureOf(levels: ArrayLike<unknown>, length: number, shift: 0 | 1) {
  const parent = new Int32Array(length);
  const subtreeEnd = new Uint32Array(length);
  parent[0] = -1;
  // The nodes above the row, a level each, and how many there are: what is not above the next row ends there.
  let above = new Uint32Array(64);
  let depth: number = shift;
  for (let node: number = shift; node < length; node++) {
    const level = levels[node - shift];
    if (typeof level !== 'number' || !(level >= 0) || level + shift > depth || level % 1 !== 0) {
      const last = node === shift ? 'the start' : depth - 1 - shift;
      throw new DecodeError('nested set', node - shift, `level ${String(level)} cannot follow ${last}`);
    }
    const here = level + shift;
    while (depth > here) {
      subtreeEnd[above[--depth]] = node;
    }
    if (here > 0) {
      parent[node] = above[here - 1];
    }
    if (depth === above.length) {
      const wider = new Uint32Array(depth * 2);
      wider.set(above);
      above = wider;
    }
    above[depth++] = node;
  }
  while (depth > 0) {
    subtreeEnd[above[--depth]] = length;
  }
  return { parent, subtreeEnd };
}

/** Totals and self values of one side, per node. */
function sideOf(parent: Int32Array, value: Field, self: Field | undefined, shift: 0 | 1) {
  return raisedSide(parent, value, self, shift) ?? differenceSide(parent, value, self, shift);
}

/** Undefined if there is a negative value. */
function raisedSide(parent: Int32Array, value: Field, self: Field | undefined, shift: 0 | 1) {
  const length = parent.length;
  const values: ArrayLike<unknown> = value.values;
  const selfs: ArrayLike<unknown> | undefined = self?.values;
  const total = new Float64Array(length);
  const own = new Float64Array(length);
  for (let node = length - 1; node >= 0; node--) {
    // What stands behind has been added up: `total` is what the node's callees have together.
    const called = total[node];
    const row = node - shift;
    const spent = row < 0 || selfs === undefined ? 0 : numberIn(selfs, row, self);
    const given = row < 0 ? 0 : numberIn(values, row, value);
    if (given < 0 || spent < 0) {
      return undefined;
    }
    const least = called + spent;
    const whole = given > least ? given : least;
    if (whole === Infinity) {
      throw tooLarge(row);
    }
    total[node] = whole;
    own[node] = selfs === undefined ? whole - called : spent;
    if (node > 0) {
      total[parent[node]] += whole;
    }
  }
  return { total, self: own };
}

/** A profile that is a difference has negative values, to which "no less than it holds" does not apply. */
function differenceSide(parent: Int32Array, value: Field, self: Field | undefined, shift: 0 | 1) {
  const length = parent.length;
  const total = new Float64Array(length);
  total.set(readNumbers(value, length - shift), shift);
  const own = new Float64Array(length);
  if (self !== undefined) {
    own.set(readNumbers(self, length - shift), shift);
  }
  const called = new Float64Array(length);
  let magnitude = 0;
  for (let node = length - 1; node >= 0; node--) {
    if (node === 0 && shift === 1) {
      total[0] = called[0];
    }
    if (self === undefined) {
      own[node] = total[node] - called[node];
    }
    // Whatever is added up of it later is no more than this.
    magnitude += Math.abs(own[node]) + Math.abs(total[node]);
    if (!Number.isFinite(magnitude)) {
      throw tooLarge(node - shift);
    }
    if (node > 0) {
      called[parent[node]] += total[node];
    }
  }
  return { total, self: own };
}

/** Of values that are numbers each, and more than a number can hold together. */
function tooLarge(row: number): DecodeError {
  return new DecodeError('nested set', row, 'its values add up to more than a number can hold');
}

/** Functions by their names, and by their places where the frame tells them. */
function functionsOf(fields: NestedSetFields, rows: number, shift: 0 | 1) {
  const { codes, texts } = readTexts(fields.label, rows);
  const functions = new FunctionInterner(shift === 0 ? texts[codes[0]] : ROOT_NAME);
  const func = new Uint32Array(rows + shift);
  const first = 1 - shift;
  if (fields.file === undefined) {
    const known = new Uint32Array(texts.length);
    for (let row = first; row < rows; row++) {
      const code = codes[row];
      if (known[code] === 0) {
        known[code] = functions.intern(texts[code]);
      }
      func[row + shift] = known[code];
    }
    return { func, functions: functions.table() };
  }
  const file = readTexts(fields.file, rows);
  const lines: ArrayLike<unknown> | undefined = fields.line?.values;
  for (let row = first; row < rows; row++) {
    const fileText = file.texts[file.codes[row]];
    const startLine = lines === undefined ? 0 : numberIn(lines, row, fields.line);
    const place = fileText === '' ? undefined : { file: fileText, startLine };
    func[row + shift] = functions.intern(texts[codes[row]], place);
  }
  return { func, functions: functions.table() };
}

/** The rows that our own data source marked as cut, as far as they are leaves here. */
function truncatedOf(rows: readonly number[] | undefined, subtreeEnd: Uint32Array, shift: 0 | 1) {
  const leaves = (rows ?? []).map((row) => row + shift).filter((node) => subtreeEnd[node] === node + 1);
  return leaves.length === 0 ? undefined : Uint32Array.from(leaves);
}
