import type { TimeSpan } from '../../base/units';
import { ROOT, type CallTree } from '../../profile/callTree';
import { topTable } from '../../profile/topTable';
import type { PyroscopeClient } from '../../pyroscope/client';
import { ProblemError } from '../../base/problem';

export interface TopFunctionsQuestion {
  readonly profileTypeId: string;
  readonly labelSelector: string;
  readonly span: TimeSpan;
  readonly by: 'self' | 'total';
  readonly limit: number;
  /** A regular expression that names contain; '' for all. */
  readonly name: string;
}

/** Names of the functions of a profile that it spent most in, largest first. Rejects with a ProblemError. */
export async function topFunctions(
  client: Pick<PyroscopeClient, 'mergeStacktraces'>,
  { profileTypeId, labelSelector, span, by, limit, name }: TopFunctionsQuestion,
  signal: AbortSignal
): Promise<string[]> {
  const wanted = expressionOf(name);
  const tree = await client.mergeStacktraces({ profileTypeId, labelSelector, ...span }, signal);
  const values = topTable(tree)[by];
  return functionsOf(tree)
    .filter((row) => values[row] > 0 && wanted.test(tree.functions.names[row]))
    .sort((a, b) => values[b] - values[a])
    .slice(0, limit)
    .map((row) => tree.functions.names[row]);
}

/** FunctionIndexes without that of the root, which is no function. */
function functionsOf({ functions, func }: CallTree): number[] {
  return Array.from({ length: functions.length }, (_, row) => row).filter((row) => row !== func[ROOT]);
}

function expressionOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new ProblemError(
      {
        kind: 'bad-request',
        sentence: `The name of the functions, "${text}", is no regular expression: correct it, or leave it empty.`,
      },
      { cause: error }
    );
  }
}
