import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { functionValues } from '../../profile/functionValues';
import { pathOf } from '../../profile/nodePath';
import { formatShare } from '../view/formatShare';
import { functionFacts } from './functionFacts';
import type { MenuTarget } from './ViewerMenu';
import type { ViewerLink } from './viewerQuestions';

type LinksTo = (name: string, path?: readonly string[]) => readonly ViewerLink[];

/** What a menu of a box is about. */
export function targetOfNode(
  tree: CallTree,
  node: NodeIndex,
  format: (value: number) => string,
  linksTo: LinksTo
): MenuTarget {
  const name = tree.functions.names[tree.func[node]];
  const path = pathOf(tree, node);
  const side = (values: Float64Array) => valueText(values[node], values[ROOT], format);
  return {
    ...placeOf(tree, name),
    path,
    value: tree.right === undefined ? side(tree.total) : `${side(tree.total)} → ${side(tree.right.total)}`,
    links: linksTo(name, path),
  };
}

/** What a menu of a function is about, wherever it is called. */
export function targetOfFunction(
  tree: CallTree,
  name: string,
  format: (value: number) => string,
  linksTo: LinksTo
): MenuTarget {
  const { value, right } = functionValues(tree, name)?.total ?? { value: 0 };
  const left = valueText(value, tree.total[ROOT], format);
  return {
    ...placeOf(tree, name),
    value:
      right === undefined || tree.right === undefined
        ? left
        : `${left} → ${valueText(right, tree.right.total[ROOT], format)}`,
    links: linksTo(name),
  };
}

function placeOf(tree: CallTree, name: string) {
  const facts = functionFacts(tree, name);
  return { name, package: facts?.package ?? '', file: facts?.file ?? '' };
}

function valueText(value: number, whole: number, format: (value: number) => string): string {
  return `${format(value)} · ${formatShare(value, whole)}`;
}
