import { useMemo } from 'react';
import type { CallTree, FunctionIndex } from '../../../profile/callTree';
import { layoutAhead } from '../../layout/layoutAhead';
import { useTreeWork, type TreeWork } from '../useTreeWork';
import { sandwichHalf, type SandwichTrees } from './sandwichTrees';

interface NamedSandwich extends SandwichTrees {
  /** Of the function in the middle. */
  readonly name: string;
}

/**
 * A function's callers and callees. Of a large profile they take a moment, in which the choice itself is drawn, or what
 * the same function had in the profile before. `maxNodes`: how far callers are looked into, see `InvertOptions`.
 */
export function useSandwichTrees(tree: CallTree, func: FunctionIndex, maxNodes: number | undefined) {
  const work = useMemo(() => sandwichWork(tree, func, maxNodes), [tree, func, maxNodes]);
  const { outcome, isPending, failed } = useTreeWork(work);
  const isOfFunction = outcome?.name === tree.functions.names[func];
  return { trees: isOfFunction ? outcome : undefined, isPending, failed };
}

function sandwichWork(tree: CallTree, func: FunctionIndex, maxNodes: number | undefined): TreeWork<NamedSandwich> {
  const name = tree.functions.names[func];
  return {
    atOnce(operations) {
      const callers = operations?.atOnce({ do: 'callers', func, maxNodes }, tree);
      const callees = operations?.atOnce({ do: 'callees', func }, tree);
      return callers && callees && { name, callers: sandwichHalf(callers.tree), callees: sandwichHalf(callees.tree) };
    },
    async run(operations, signal) {
      const [callers, callees] = await Promise.all([
        operations.run({ do: 'callers', func, maxNodes }, tree, signal),
        operations.run({ do: 'callees', func }, tree, signal),
      ]);
      const halves = { callers: sandwichHalf(callers.tree), callees: sandwichHalf(callees.tree) };
      await layoutAhead(halves.callers.tree, signal);
      await layoutAhead(halves.callees.tree, signal);
      return { name, ...halves };
    },
  };
}
