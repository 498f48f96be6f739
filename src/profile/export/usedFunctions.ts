import type { FunctionIndex } from '../callTree';

/** The functions that some stacks hold: a tree that was filtered still has the table of all. */
export interface UsedFunctions {
  /** Ascending. */
  readonly functions: readonly FunctionIndex[];
  /** FunctionIndex -> position in `functions`, -1 where no stack holds it. */
  readonly place: Int32Array;
}

/** Collects them: `add` marks those of a stack, `used` gives what was marked. `length`: that of the function table. */
export function usedFunctions(length: number) {
  const place = new Int32Array(length).fill(-1);
  return {
    add(stack: readonly FunctionIndex[]): void {
      for (const func of stack) {
        place[func] = 0;
      }
    },
    used(): UsedFunctions {
      const functions: FunctionIndex[] = [];
      for (let func = 0; func < length; func++) {
        if (place[func] >= 0) {
          place[func] = functions.push(func) - 1;
        }
      }
      return { functions, place };
    },
  };
}
