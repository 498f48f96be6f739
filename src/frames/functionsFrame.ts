import { FieldType, type DataFrame } from '@grafana/data';

/** A function of a profile, with its values in the profile's unit. */
export interface FunctionRow {
  readonly name: string;
  /** The empty text where it is not known. */
  readonly file: string;
  readonly self: number;
  readonly total: number;
}

export interface FunctionsFrameOptions {
  readonly refId: string;
  readonly name: string;
  /** Grafana's unit id of the values. */
  readonly unit: string;
  /** What shares are of: the whole profile. */
  readonly whole: number;
  /** Which of the values comes first, because panels that show one number a row take the first. */
  readonly by: 'self' | 'total';
  readonly notice?: string;
}

/** Pixels of the column in Grafana's table, which otherwise gives each column the same width. */
const NAME_WIDTH = 300;

/** Functions as a table, in the order given: `Function`, `Self`, `Total`, the share of each, and `File` where known. */
export function functionsFrame(rows: readonly FunctionRow[], options: FunctionsFrameOptions): DataFrame {
  const { unit, whole, by } = options;
  const number = (name: string, valueOf: (row: FunctionRow) => number, config: object) => ({
    name,
    type: FieldType.number,
    config,
    values: rows.map(valueOf),
  });
  const text = (name: string, valueOf: (row: FunctionRow) => string, config = {}) => ({
    name,
    type: FieldType.string,
    config,
    values: rows.map(valueOf),
  });
  const share = { unit: 'percentunit', min: 0, max: 1 };
  const columns = {
    self: [number('Self', ({ self }) => self, { unit }), number('Self share', ({ self }) => self / whole, share)],
    total: [
      number('Total', ({ total }) => total, { unit }),
      number('Total share', ({ total }) => total / whole, share),
    ],
  };
  return {
    refId: options.refId,
    name: options.name,
    length: rows.length,
    fields: [
      text('Function', ({ name }) => name, { custom: { minWidth: NAME_WIDTH } }),
      ...(by === 'self' ? [...columns.self, ...columns.total] : [...columns.total, ...columns.self]),
      ...(rows.some(({ file }) => file !== '') ? [text('File', ({ file }) => file)] : []),
    ],
    meta: {
      preferredVisualisationType: 'table',
      ...(options.notice === undefined ? {} : { notices: [{ severity: 'info' as const, text: options.notice }] }),
    },
  };
}
