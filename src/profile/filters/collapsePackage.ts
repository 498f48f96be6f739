import type { CallTree, FunctionIndex } from '../callTree';
import type { FunctionTable } from '../functionTable';
import type { FunctionMatches } from '../search';
import { functionPackages } from '../symbols/functionPackages';
import { nodesMatching } from './nodesMatching';
import type { FunctionMatch } from './stackFilter';
import { TreeMerge } from './treeMerge';

/**
 * Neighbouring frames of one package become one frame that is named as the package, where they match. A match by
 * package names its frames as the filter does. Functions without a package stay as they are.
 */
export function collapsePackage(tree: CallTree, match: FunctionMatch, matches: FunctionMatches): CallTree {
  if (matches.count === 0) {
    return tree;
  }
  const { functions, packageOf } = withPackages(tree.functions, match, matches);
  const collapses = nodesMatching(tree, matches);
  const merge = new TreeMerge(tree, functions);
  for (let node = 1; node < tree.length; node++) {
    const caller = tree.parent[node];
    const above = merge.into[caller];
    const own = collapses[node] === 1 ? packageOf[tree.func[node]] : 0;
    if (own === 0) {
      merge.keep(node, above);
    } else if (collapses[caller] === 1 && packageOf[tree.func[caller]] === own) {
      merge.fold(node, above);
    } else {
      merge.keep(node, above, own);
    }
  }
  return merge.finish();
}

/**
 * The functions and, after them, one for each package that is not there yet, from a filter before; FunctionIndex -> that
 * of its package, 0 for none.
 */
function withPackages(functions: FunctionTable, match: FunctionMatch, { flags }: FunctionMatches) {
  const { packages } = functionPackages(functions);
  const packageOf = new Uint32Array(functions.length);
  const known = new Map<string, FunctionIndex>();
  for (let func = functions.length - 1; func > 0; func--) {
    known.set(functions.names[func], func);
  }
  const added: string[] = [];
  for (let func = 1; func < functions.length; func++) {
    const name = match.by === 'package' ? match.value : packages[func];
    if (flags[func] === 0 || name === '') {
      continue;
    }
    let index = known.get(name);
    if (index === undefined) {
      index = functions.length + added.push(name) - 1;
      known.set(name, index);
    }
    packageOf[func] = index;
  }
  const length = functions.length + added.length;
  const grown = (column: Int32Array, entry: number) => {
    const larger = new Int32Array(length).fill(entry);
    larger.set(column);
    return larger;
  };
  const table: FunctionTable = {
    ...functions,
    length,
    names: [...functions.names, ...added],
    ...(functions.file === undefined ? {} : { file: grown(functions.file, -1) }),
    ...(functions.startLine === undefined ? {} : { startLine: grown(functions.startLine, 0) }),
  };
  return { functions: table, packageOf };
}
