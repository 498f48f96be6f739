import type { CallTree } from '../../profile/callTree';
import { parseSymbol } from '../../profile/symbols/parseSymbol';

/** Where a function belongs, as far as its profile and its name tell. */
export interface FunctionFacts {
  readonly name: string;
  /** Empty where unknown. */
  readonly package: string;
  /** Path of its source file; empty where unknown. */
  readonly file: string;
  /** From 1; 0 where unknown. */
  readonly line: number;
}

/** Facts of the first function of that name; undefined where the profile has none. */
export function functionFacts({ functions }: CallTree, name: string): FunctionFacts | undefined {
  const func = functions.names.indexOf(name, 1);
  if (func < 0) {
    return undefined;
  }
  const file = functions.files?.[functions.file?.[func] ?? -1] ?? '';
  return { name, package: parseSymbol(name, file).package, file, line: functions.startLine?.[func] ?? 0 };
}
