import type { CallTree } from '../../profile/callTree';
import { topTable } from '../../profile/topTable';

/** Values of functions by name, in the profile's unit. */
export type FunctionValues = ReadonlyMap<string, FunctionValue>;

export interface FunctionValue {
  readonly self: number;
  readonly total: number;
  /** The empty text where it is not known. */
  readonly file: string;
}

/** The functions of a profile. What stands for functions that the backend cut is none. Linear in nodes. */
export function functionValues(tree: CallTree): FunctionValues {
  const { self, total, nodes } = topTable(tree);
  const { names, files = [], file } = tree.functions;
  const values = new Map<string, FunctionValue>();
  for (let func = 1; func < names.length; func++) {
    if (nodes[func] > 0) {
      const known = values.get(names[func]);
      values.set(names[func], {
        self: self[func] + (known?.self ?? 0),
        total: total[func] + (known?.total ?? 0),
        file: known?.file ?? files[file?.[func] ?? -1] ?? '',
      });
    }
  }
  return values;
}

/** What stands for functions that the backend cut, in the profile's unit. */
export function cutValue({ truncated = new Uint32Array(), total }: CallTree): number {
  return truncated.reduce((sum, node) => sum + total[node], 0);
}
