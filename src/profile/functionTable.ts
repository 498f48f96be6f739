/**
 * Every distinct function of a profile, once. FunctionIndex is a position in these columns.
 * Plain data: may be posted to a worker and may cross plugin bundles.
 */
export interface FunctionTable {
  readonly length: number;
  /** FunctionIndex -> full name as the profiler gave it. Text, never HTML; may be empty. */
  readonly names: readonly string[];
  /** FunctionIndex -> index into `files`, -1 where the format has no files. Absent: no function has one. */
  readonly file?: Int32Array;
  readonly files?: readonly string[];
  /** FunctionIndex -> first line of the function, 1-based, 0 where unknown. Goes with `file`. */
  readonly startLine?: Int32Array;
}
