import { ProblemError } from './problem';

/** The wire formats that we decode ourselves. */
export type WireFormat = 'tree' | 'flame graph' | 'pprof' | 'collapsed' | 'nested set';

/** Bytes, or columns, that are not what their format says: cut short, or never of that format. */
export class DecodeError extends ProblemError {
  constructor(
    readonly format: WireFormat,
    /** Byte offset, or row for `nested set`, at which reading stopped making sense. */
    readonly offset: number,
    reason: string
  ) {
    super({
      kind: 'malformed-answer',
      sentence: `The profile cannot be shown because its data is damaged (${format}, at ${offset}: ${reason}). Run the query again.`,
      detail: `${format} at ${offset}: ${reason}`,
    });
  }
}
