import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { DecodeError } from '../base/decodeError';

/** The fields of a nested-set frame, as `callTreeToFrame` describes them. */
export interface NestedSetFields {
  readonly level: Field;
  readonly value: Field;
  readonly label: Field;
  readonly self?: Field;
  readonly valueRight?: Field;
  readonly selfRight?: Field;
  readonly file?: Field;
  readonly line?: Field;
}

/** @throws DecodeError 'nested set' if a field that must be there is not */
export function nestedSetFields(frame: DataFrame): NestedSetFields {
  const required = (name: string, ...types: FieldType[]) => {
    const field = fieldNamed(frame, name, ...types);
    if (field === undefined) {
      throw new DecodeError('nested set', 0, `there is no field "${name}" of type ${types.join(' or ')}`);
    }
    return field;
  };
  const number = (name: string) => fieldNamed(frame, name, FieldType.number);
  return {
    level: required('level', FieldType.number),
    value: required('value', FieldType.number),
    label: required('label', FieldType.enum, FieldType.string),
    self: number('self'),
    valueRight: number('valueRight'),
    selfRight: number('selfRight'),
    file: fieldNamed(frame, 'file', FieldType.enum, FieldType.string),
    line: number('line'),
  };
}

/** The field of that name, if it has one of these types. */
export function fieldNamed(frame: DataFrame, name: string, ...types: FieldType[]): Field | undefined {
  return frame.fields.find((field) => field.name === name && types.includes(field.type));
}

/** The first `length` values of a field of numbers, 0 where one is missing. */
export function readNumbers(field: Field, length: number): Float64Array {
  const values: ArrayLike<unknown> = field.values;
  const numbers = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    numbers[row] = numberIn(values, row, field);
  }
  return numbers;
}

/**
 * The value of a row of a field of numbers, 0 where it is missing.
 *
 * @throws DecodeError 'nested set' if it is no finite number
 */
export function numberIn(values: ArrayLike<unknown>, row: number, field?: Field): number {
  const value = values[row] ?? 0;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new DecodeError('nested set', row, `the ${field?.name ?? 'value'} is no finite number`);
  }
  return value;
}

/** A column of texts, each text once: row `i` has texts[codes[i]]. */
export interface TextColumn {
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
}

/**
 * The first `length` values of an enum or text field, the empty text where one of a text field is missing.
 *
 * @throws DecodeError 'nested set' if a value is none of the enum's
 */
export function readTexts(field: Field, length: number): TextColumn {
  const values: ArrayLike<unknown> = field.values;
  const enumTexts = field.config.type?.enum?.text;
  const codes = new Uint32Array(length);
  if (enumTexts !== undefined) {
    const count = enumTexts.length;
    for (let row = 0; row < length; row++) {
      const value = values[row];
      if (typeof value !== 'number' || !(value >= 0 && value < count) || value % 1 !== 0) {
        throw new DecodeError('nested set', row, `the ${field.name} ${String(value)} is none of the enum's`);
      }
      codes[row] = value;
    }
    return { codes, texts: enumTexts };
  }
  const codeOf = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const text = String(values[row] ?? '');
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    codes[row] = code;
  }
  return { codes, texts: [...codeOf.keys()] };
}
