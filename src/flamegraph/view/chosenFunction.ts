import type { FunctionIndex } from '../../profile/callTree';
import type { FunctionTable } from '../../profile/functionTable';

/** The function of that full name; undefined where the profile has none, or no name is given. */
export function chosenFunction({ names }: FunctionTable, chosen: string | undefined): FunctionIndex | undefined {
  const func = chosen === undefined ? -1 : names.indexOf(chosen, 1);
  return func < 0 ? undefined : func;
}
